using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Storefront;

/// <summary>The number of a card is no token: it is refused, and nothing of it is kept or repeated.</summary>
[Collection(StartedHost.Name)]
public sealed class CardNumberTests(StartedHost host)
{
    [Theory]
    [InlineData("token", "\"4242 4242-4242 4242\"")]
    [InlineData("nonce", "\"4242424242424242\"")]
    [InlineData("token", "4242424242424242")]
    public async Task AddPayment_CardNumber_IsRefused(string field, string number)
    {
        var checkout = await host.NewOrder();

        var refused = await checkout.Post("/payments", $$"""{"gateway_public_id":"{{Checkout.Gateway}}","{{field}}":{{number}}}""");

        (refused.Status, refused.Field, refused.Error.GetProperty("sub_type").GetString()).ShouldBe((422, "token", "card_number"));
        refused.Body.ToString().ShouldNotContain("4242");
        (await checkout.Get("/payments")).Ok().Data.GetProperty("payments").GetArrayLength().ShouldBe(0);
    }
}
