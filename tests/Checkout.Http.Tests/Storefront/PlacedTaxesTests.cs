using Checkout.Orders;
using Checkout.Stores;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Storefront;

/// <summary>An order becomes final with the taxes of what it holds and for the total that its shopper saw (docs/contract/decisions.md, D27).</summary>
[Collection(StartedHost.Name)]
public sealed class PlacedTaxesTests(StartedHost host)
{
    private const string Toronto =
        """{"first_name":"John","last_name":"Doe","address_line_1":"100 Queen St W","city":"Toronto","province":"Ontario","province_code":"ON","country":"Canada","country_code":"CA","postal_code":"M5H2N2","phone_number":"8005550101"}""";

    [Fact]
    public async Task QuantityChange_NoNewTaxesAskedFor_TotalIsRightAndTheFirstProcessOrderPlacesIt()
    {
        // What the React components of Bold do: taxes once, a change of quantity, a payment, and Confirm.
        var checkout = await host.NewOrder();
        await checkout.Fill();

        var changed = (await checkout.Put("/items", """{"line_item_key":"grater","quantity":3}""")).Ok();
        Total(changed).ShouldBe(7050 + 650 + 353 + 494);
        (await checkout.Pay("tok_visa")).Ok();

        var placed = (await checkout.Post("/process_order")).Ok();
        Total(placed).ShouldBe(8547);
        placed.State.GetProperty("payments")[0].GetProperty("amount").GetInt64().ShouldBe(8547);
    }

    [Fact]
    public async Task FewerItems_NoNewTaxesAskedFor_AreNotChargedTheTaxOfMore()
    {
        var checkout = await host.NewOrder();
        await checkout.Fill();
        Total((await checkout.Put("/items", """{"line_item_key":"grater","quantity":1}""")).Ok()).ShouldBe(2350 + 650 + 118 + 165);
    }

    [Fact]
    public async Task AddressChange_TaxesOfTheOldOne_IsRefusedWithTheNewTotalAndThenPlacedForIt()
    {
        var checkout = await host.NewOrder();
        await checkout.Fill();
        Total((await checkout.Post("/addresses/shipping", Toronto)).Ok())
            .ShouldBe(4700 + 564, "taxes are not calculated by themselves after a change of address");
        (await checkout.Post("/shipping_lines", """{"index":"0"}""")).Ok();
        (await checkout.Pay("tok_visa")).Ok();

        var refused = await checkout.Post("/process_order");

        refused.Status.ShouldBe(422);
        refused.Combination.ShouldBe(("order", "tax", "validation", "tax_changed"));
        Total(refused).ShouldBe(4700 + 1250 + 611);
        refused.State.GetProperty("taxes")[0].GetProperty("name").GetString().ShouldBe("HST");
        refused.State.GetProperty("is_processed").GetBoolean().ShouldBeFalse();
        refused
            .State.GetProperty("payments")[0]
            .GetProperty("status")
            .GetString()
            .ShouldBe("awaitingPreAuth", "no money is asked for before the shopper agrees");

        var placed = (await checkout.Post("/process_order")).Ok();
        Total(placed).ShouldBe(6561);
        placed.State.GetProperty("payments")[0].GetProperty("amount").GetInt64().ShouldBe(6561);
    }

    [Fact]
    public async Task AddressChange_SameTaxes_IsPlacedAtOnce()
    {
        var checkout = await host.NewOrder();
        await checkout.Fill();
        (await checkout.Post("/addresses/shipping", Checkout.Winnipeg.Replace("50 Fultz", "52 Fultz", StringComparison.Ordinal))).Ok();
        (await checkout.Pay("tok_visa")).Ok();

        Total((await checkout.Post("/process_order")).Ok()).ShouldBe(5914);
    }

    [Fact]
    public async Task TaxesStoredBeforeFingerprintsWereKept_WrongOnes_AreNotCharged()
    {
        var checkout = await host.NewOrder();
        await checkout.Fill();
        (await checkout.Pay("tok_visa")).Ok();
        var store = host.Service<IOrderStore>();
        var stored = (await store.Load(checkout.OrderId, CancellationToken.None))!;
        var old = stored.Order with { Taxes = new OrderTaxes { Shipping = [new Tax("GST", 1, IsIncluded: false)] } };
        (await store.Commit(stored, old, answer: null, CancellationToken.None)).ShouldNotBeNull();

        (await checkout.Post("/process_order")).Combination.ShouldBe(("order", "tax", "validation", "tax_changed"));
        Total((await checkout.Post("/process_order")).Ok()).ShouldBe(5914);
    }

    [Fact]
    public async Task CodeThatNoLongerFits_IsRefusedWithTheOrderWithoutIt()
    {
        var checkout = await host.NewOrder();
        await checkout.Fill();
        (await checkout.Put("/items", """{"line_item_key":"grater","quantity":5}""")).Ok();
        (await checkout.Post("/discounts", """{"code":"BIGCHEESE"}""")).Ok();
        (await checkout.Put("/items", """{"line_item_key":"grater","quantity":4}""")).Ok();
        (await checkout.Pay("tok_visa")).Ok();

        var refused = await checkout.Post("/process_order");

        refused.Status.ShouldBe(422);
        refused.Field.ShouldBe("discounts");
        refused.State.GetProperty("discounts").GetArrayLength().ShouldBe(0);
        Total(refused).ShouldBe(9400 + 650 + 470 + 658);
        Total((await checkout.Post("/process_order")).Ok()).ShouldBe(11178);
    }

    private static long Total(Answer answer) => answer.State.GetProperty("order_total").GetInt64();
}
