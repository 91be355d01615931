using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace BigCommerce.Tests;

/// <summary>One order, two dialects: a checkout begun in one and finished in the other is the same as the other way round.</summary>
[Collection(nameof(DemoHost))]
public sealed class TwoDialectTests(DemoHost host)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Checkout_BegunInOneDialectFinishedInTheOther_IsTheSameAsInOne(bool facadeFirst)
    {
        var mixed = await host.Begin();
        var pure = await host.Begin();

        await Address(mixed, facadeFirst);
        await Pay(mixed, !facadeFirst);
        await Address(pure, facade: false);
        await Pay(pure, facade: false);

        var state = await host.State(mixed);
        state["is_processed"]!.GetValue<bool>().ShouldBeTrue();
        Comparable(state).ToJsonString().ShouldBe(Comparable(await host.State(pure)).ToJsonString());
    }

    [Fact]
    public async Task GetCheckout_AfterStorefrontCalls_TellsTheSameMoney()
    {
        var order = await host.Begin();
        await Address(order, facade: false);

        var checkout = (await host.Call("GET", $"checkouts/{order.Id}")).ShouldBe(200, "CheckoutEnvelope").Body["data"]!;

        var state = await host.State(order);
        checkout["grandTotal"]!.GetValue<decimal>().ShouldBe(state["order_total"]!.GetValue<long>() / 100m);
        checkout["billingAddress"]!["city"]!.GetValue<string>().ShouldBe("Winnipeg");
    }

    [Fact]
    public async Task Order_TaxesOfAnotherAddress_IsRefusedAndThenPlacedForTheNewTotal()
    {
        var order = await host.Begin();
        await Address(order, facade: true);
        (await host.Call("PUT", $"checkouts/{order.Id}/shipping-addresses/1/options/1", sign: Sign.Shopper(order))).Status.ShouldBe(200);
        var toronto = Storefront();
        (toronto["city"], toronto["province"], toronto["province_code"], toronto["postal_code"]) = ("Toronto", "Ontario", "ON", "M5H2N2");
        await host.Storefront(order, "POST", "addresses/shipping", toronto);
        await host.Storefront(order, "POST", "shipping_lines", new JsonObject { ["index"] = "0" });
        var body = SampleBodies.Order("tok_visa");
        body.Remove("customerMessage");

        var refused = await host.Call("POST", $"checkouts/{order.Id}/order", body.DeepClone(), Sign.Shopper(order));

        refused.Status.ShouldBe(422);
        refused.Body["errors"]![0]!["type"]!.GetValue<string>().ShouldBe("tax_changed");
        var state = await host.State(order);
        state["is_processed"]!.GetValue<bool>().ShouldBeFalse();
        state["taxes"]![0]!["name"]!.GetValue<string>().ShouldBe("HST");
        (await host.Call("POST", $"checkouts/{order.Id}/order", body, Sign.Shopper(order))).Status.ShouldBe(201);
        (await host.State(order))["payments"]![0]!["amount"]!.GetValue<long>().ShouldBe(state["order_total"]!.GetValue<long>());
    }

    [Fact]
    public async Task Order_TotalGrewAfterItWasHeld_IsPlacedWithTheRestHeldToo()
    {
        var order = await host.Begin();
        await Address(order, facade: true);
        (await host.Call("PUT", $"checkouts/{order.Id}/shipping-addresses/1/options/1", sign: Sign.Shopper(order))).Status.ShouldBe(200);
        await host.Storefront(
            order,
            "POST",
            "payments",
            new JsonObject { ["gateway_public_id"] = DemoHost.TestGateway, ["token"] = "tok_visa" }
        );
        (
            await host.Send("POST", $"checkout/orders/{DemoHost.Shop}/{order.Id}/payments/auth/full", new JsonObject(), Sign.BackOffice)
        ).Status.ShouldBe(200);
        var line = (await host.State(order))["line_items"]![0]!["product_data"]!["line_item_key"]!.GetValue<string>();
        await host.Storefront(order, "PUT", "items", new JsonObject { ["line_item_key"] = line, ["quantity"] = 3 });

        var placed = await host.Call("POST", $"checkouts/{order.Id}/order", new JsonObject(), Sign.Shopper(order));

        placed.Status.ShouldBe(201, placed.Text);
        var state = await host.State(order);
        state["is_processed"]!.GetValue<bool>().ShouldBeTrue();
        state["payments"]![0]!["amount"]!.GetValue<long>().ShouldBe(state["order_total"]!.GetValue<long>());
        var captured = await host.Send(
            "POST",
            $"checkout/orders/{DemoHost.Shop}/{order.Id}/payments/capture/full",
            new JsonObject { ["reauth"] = false },
            Sign.BackOffice
        );
        captured.Status.ShouldBe(200, captured.Text);
    }

    private async Task Address(Begun order, bool facade)
    {
        if (facade)
        {
            (await host.Call("POST", $"checkouts/{order.Id}/billing-address", Facade())).Status.ShouldBe(200);
            (await host.Call("POST", $"checkouts/{order.Id}/shipping-addresses", Facade())).Status.ShouldBe(200);
            return;
        }

        await host.Storefront(
            order,
            "POST",
            "customer/guest",
            new JsonObject
            {
                ["first_name"] = "John",
                ["last_name"] = "Doe",
                ["email_address"] = "john.doe@example.com",
            }
        );
        await host.Storefront(order, "POST", "addresses/billing", Storefront());
        await host.Storefront(order, "POST", "addresses/shipping", Storefront());
    }

    private async Task Pay(Begun order, bool facade)
    {
        if (facade)
        {
            (await host.Call("PUT", $"checkouts/{order.Id}/shipping-addresses/1/options/1", sign: Sign.Shopper(order))).Status.ShouldBe(
                200
            );
            (await host.Call("POST", $"checkouts/{order.Id}/coupon", SampleBodies.Coupon(), Sign.Shopper(order))).Status.ShouldBe(200);
            var body = SampleBodies.Order("tok_visa");
            body.Remove("customerMessage");
            (await host.Call("POST", $"checkouts/{order.Id}/order", body, Sign.Shopper(order))).Status.ShouldBe(201);
            return;
        }

        await host.Storefront(order, "POST", "shipping_lines", new JsonObject { ["index"] = "1" });
        await host.Storefront(order, "POST", "discounts", new JsonObject { ["code"] = "SPRINGSALE2022_Q8RT4" });
        await host.Storefront(order, "POST", "taxes");
        await host.Storefront(
            order,
            "POST",
            "payments",
            new JsonObject { ["gateway_public_id"] = DemoHost.TestGateway, ["token"] = "tok_visa" }
        );
        await host.Storefront(order, "POST", "process_order");
    }

    private static JsonObject Facade()
    {
        var address = SampleBodies.Address();
        address["city"] = "Winnipeg";
        return address;
    }

    private static JsonObject Storefront() =>
        new()
        {
            ["first_name"] = "John",
            ["last_name"] = "Doe",
            ["address_line_1"] = "50 Fultz Blvd",
            ["address_line_2"] = "Suite 200",
            ["city"] = "Winnipeg",
            ["province"] = "Manitoba",
            ["province_code"] = "MB",
            ["country"] = "Canada",
            ["country_code"] = "CA",
            ["postal_code"] = "R3Y0L6",
            ["phone_number"] = "+12045550100",
        };

    /// <summary>The state without what differs between any two orders.</summary>
    private static JsonNode Comparable(JsonNode state)
    {
        Strip(state);
        return state;

        static void Strip(JsonNode? node)
        {
            if (node is JsonArray array)
                foreach (var item in array)
                    Strip(item);
            if (node is not JsonObject known)
                return;
            foreach (var own in new[] { "order_id", "public_id", "resumable_link", "api_session_id" })
                known.Remove(own);
            if (known["id"]?.ToString() is { Length: >= 26 })
                known.Remove("id");
            foreach (var (_, value) in known)
                Strip(value);
        }
    }
}
