using System.Text.Json;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Storefront;

[Collection(StartedHost.Name)]
public sealed class SavedPaymentTests(StartedHost host)
{
    [Fact]
    public async Task MethodKept_IsThereForTheNextOrder_UntilForgotten_AtTwoTransactions()
    {
        var customer = $$"""{"platform_id":"{{Guid.NewGuid():N}}","first_name":"Kim","last_name":"Ho","email_address":"kim@example.com"}""";
        await Buy(customer, "tok_visa");
        await Buy(customer, "tok_mastercard");

        var (checkout, methods) = await Open(customer);
        methods.Count.ShouldBe(2);
        (await checkout.Post("/payments", $$"""{"gateway_public_id":"{{Checkout.Gateway}}","token":"{{methods[0]}}"}""")).Ok();
        var forgotten = (await checkout.Delete($"/payments/saved/{methods[0]}")).Ok();
        forgotten.Cost.ShouldBe(2);
        forgotten.State.GetProperty("payments").GetArrayLength().ShouldBe(1);

        (await checkout.Delete($"/payments/saved/{methods[0]}")).Field.ShouldBe("public_id");
        (await Open(customer)).Methods.ShouldBe([methods[1]]);
    }

    [Fact]
    public async Task MethodKeptTwice_IsOne()
    {
        var customer = $$"""{"platform_id":"{{Guid.NewGuid():N}}","first_name":"Kim","last_name":"Ho","email_address":"kim@example.com"}""";
        await Buy(customer, "tok_visa");
        await Buy(customer, "tok_visa");
        (await Open(customer)).Methods.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Forget_MethodOfAnother_OrWithoutACustomer_IsRefused()
    {
        var customer = $$"""{"platform_id":"{{Guid.NewGuid():N}}","first_name":"Kim","last_name":"Ho","email_address":"kim@example.com"}""";
        await Buy(customer, "tok_visa");
        var method = (await Open(customer)).Methods.ShouldHaveSingleItem();

        var guest = await host.NewOrder();
        (await guest.Post("/customer/guest", Checkout.John)).Ok();
        (await guest.Delete($"/payments/saved/{method}")).Status.ShouldBe(422);
        var (other, _) = await Open(
            """{"platform_id":"another-shopper","first_name":"A","last_name":"B","email_address":"a@example.com"}"""
        );
        (await other.Delete($"/payments/saved/{method}")).Status.ShouldBe(422);

        (await Open(customer)).Methods.ShouldBe([method]);
    }

    private async Task Buy(string customer, string token)
    {
        var (checkout, _) = await Open(customer);
        foreach (
            var (path, body) in new[]
            {
                ("/addresses/shipping", Checkout.Winnipeg),
                ("/addresses/billing", Checkout.Winnipeg),
                ("/shipping_lines", """{"index":"0"}"""),
                ("/taxes", "{}"),
            }
        )
            (await checkout.Post(path, body)).Ok();
        (await checkout.Post("/payments", $$"""{"gateway_public_id":"{{Checkout.Gateway}}","token":"{{token}}","retain":true}""")).Ok();
        (await checkout.Post("/process_order")).Ok();
    }

    private async Task<(Checkout Checkout, List<string> Methods)> Open(string customer)
    {
        JsonElement gateways = default;
        var checkout = await host.NewOrder(
            $"\"customer\":{customer}",
            opened => gateways = opened.GetProperty("initial_data").GetProperty("eps_gateways")
        );
        return (
            checkout,
            [
                .. gateways
                    .EnumerateObject()
                    .First()
                    .Value.GetProperty("vaulted_payment_methods")
                    .EnumerateArray()
                    .Select(m => m.GetProperty("public_id").GetString()!),
            ]
        );
    }
}
