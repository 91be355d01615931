using Shouldly;
using Xunit;

namespace Checkout.Local.Tests;

[Collection(LocalCheckouts.Name)]
public sealed class VariantTests(LocalCheckout checkout)
{
    private const string Variants = $"/products/v2/shops/{LocalCheckout.Shop}/variants";

    [Fact]
    public async Task Variants_ByPlatformId_TellWhatIsOnHand()
    {
        var answer = await checkout.Send(HttpMethod.Get, Variants + "?filter=in(platform_id:5423,5401,nothing)");

        answer.Status.ShouldBe(200);
        answer.Data.AsArray().Select(v => v!["platform_id"]!.GetValue<string>()).ShouldBe(["5423", "5401"]);
        answer.Data[0]!["inventory_quantity"]!.GetValue<long>().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Variants_NotCounted_SayNoQuantity()
    {
        await checkout.Send(
            HttpMethod.Put,
            $"/checkout/shop/{LocalCheckout.Shop}/products",
            """{"products":[{"sku":"UNCOUNTED","platform_id":"uncounted-1","price":100}]}"""
        );

        var answer = await checkout.Send(HttpMethod.Get, Variants + "?filter=in(platform_id:uncounted-1)");

        answer.Data.AsArray().Single()!.AsObject().ContainsKey("inventory_quantity").ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("?filter=platform_id:5423")]
    [InlineData("?filter=in(sku:OAK_GRATER_SM)")]
    public async Task Variants_FilterOfAnotherForm_IsRefused(string query)
    {
        var answer = await checkout.Send(HttpMethod.Get, Variants + query);

        answer.Status.ShouldBe(422);
        answer.Field.ShouldBe("filter");
    }
}
