using System.Text.Json.Nodes;
using Checkout.Local.Tests.Faults;
using Checkout.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.Payments;

/// <summary>Orders whose cart and amounts a platform keeps, from their start to the platform's number.</summary>
[Collection(LocalCheckouts.Name)]
public sealed class SimpleOrderTests(LocalCheckout checkout)
{
    private const string Orders = $"/checkout_sidekick/{LocalCheckout.Shop}/order";
    private const string Beginning =
        """{"flow_id":"bold-booster-m2","order_type":"simple_order","cart_id":"2041","customer":{"platform_id":null}}""";

    private static JsonObject Cart =>
        JsonNode
            .Parse(File.ReadAllBytes(Repository.Path("src", "Checkout.Http", "Backend", "SimpleOrders", "HydrateRequest.json")))!
            .AsObject();

    [Fact]
    public async Task Begin_OpensAnEmptyOrder_WithAJwtAndTheGateways()
    {
        var begun = await checkout.Send(HttpMethod.Post, Orders, Beginning);

        begun.Status.ShouldBe(200, begun.Json.ToJsonString());
        begun.OrderId.Length.ShouldBe(64);
        begun.Data["jwt_token"]!.GetValue<string>().Split('.').Length.ShouldBe(3);
        begun.Data["should_vault"]!.GetValue<bool>().ShouldBeTrue();
        var gateway = begun.Data["payment_gateways"]![0]!;
        gateway["id"]!.GetValue<int>().ShouldBePositive();
        gateway["currency"]!.GetValue<string>().ShouldBe("CAD");
        var flow = begun.Data["flow_settings"]!;
        flow["flow_id"]!.GetValue<string>().ShouldBe("bold-booster-m2");
        flow["eps_gateway_id"]!.GetValue<string>().ShouldBe(gateway["id"]!.ToString());
    }

    [Theory]
    [InlineData("""{"flow_id":"bold-booster-m2"}""", "order_type")]
    [InlineData("""{"order_type":"full_order"}""", "order_type")]
    [InlineData("""{"order_type":"simple_order","flow_id":"unassigned"}""", "flow_id")]
    public async Task Begin_OtherThanASimpleOrder_IsRefused(string body, string field)
    {
        var refused = await checkout.Send(HttpMethod.Post, Orders, body);

        refused.Status.ShouldBe(422);
        refused.Field.ShouldBe(field);
    }

    [Fact]
    public async Task Hydrate_SaysWhatTheOrderHoldsAndCosts()
    {
        var hydrated = await Hydrated(Cart);

        hydrated.Status.ShouldBe(201, hydrated.Json.ToJsonString());
        hydrated.Data["state"]!.GetValue<string>().ShouldBe("order_open");
        var state = hydrated.State;
        state["order_total"]!.GetValue<long>().ShouldBe(5725);
        state["taxes"]![0]!["value"]!.GetValue<long>().ShouldBe(225);
        state["discounts"]![0]!["value"]!.GetValue<long>().ShouldBe(500);
        state["fees"]!.AsArray().ShouldBeEmpty();
        state["shipping"]!["selected_shipping"]!["amount"]!.GetValue<long>().ShouldBe(1000);
        state["customer"]!["email_address"]!.GetValue<string>().ShouldBe("ann@example.com");
        state["addresses"]!["billing"]!["postal_code"]!.GetValue<string>().ShouldBe("R3Y 0L6");
        state["line_items"]![0]!["product_data"]!["line_item_key"]!.GetValue<string>().ShouldBe("501");
    }

    [Theory]
    [InlineData(5726, 1, 500)]
    [InlineData(5724, 0, 501)]
    [InlineData(5725, 0, 500)]
    public async Task Hydrate_TotalIsThePlatforms_AndTheDifferenceIsShown(long total, long fee, long discount)
    {
        var cart = Cart;
        cart["totals"]!["order_total"] = total;

        var state = (await Hydrated(cart)).State;

        state["order_total"]!.GetValue<long>().ShouldBe(total);
        state["fees"]!.AsArray().Sum(f => f!["value"]!.GetValue<long>()).ShouldBe(fee);
        state["discounts"]!.AsArray().Sum(d => d!["value"]!.GetValue<long>()).ShouldBe(discount);
    }

    [Fact]
    public async Task Hydrate_Again_ReplacesWhatWasSaidBefore()
    {
        var begun = await checkout.Send(HttpMethod.Post, Orders, Beginning);
        var less = Cart;
        less["cart_items"]![0]!["quantity"] = 1;
        less["discounts"] = new JsonArray();
        less["totals"]!["order_total"] = 3725;

        await checkout.Send(HttpMethod.Put, $"{Orders}/{begun.OrderId}", Cart.ToJsonString());
        var again = await checkout.Send(HttpMethod.Put, $"{Orders}/{begun.OrderId}", less.ToJsonString());

        again.State["order_total"]!.GetValue<long>().ShouldBe(3725);
        again.State["discounts"]!.AsArray().ShouldBeEmpty();
        again.State["line_items"]!.AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("totals", "totals.order_total")]
    [InlineData("cart_items", "cart_items")]
    public async Task Hydrate_WithoutItemsOrTotal_IsRefused(string without, string field)
    {
        var cart = Cart;
        cart.Remove(without);

        var refused = await Hydrated(cart);

        refused.Status.ShouldBe(422);
        refused.Field.ShouldBe(field.Split('.')[^1]);
    }

    /// <summary>Beside the price it makes what a unit usually costs, which must be an amount, too.</summary>
    [Theory]
    [InlineData(-1, 422)]
    [InlineData(0, 201)]
    [InlineData(100_000_000_000, 201)]
    [InlineData(100_000_000_001, 422)]
    [InlineData(long.MaxValue, 422)]
    public async Task Hydrate_DiscountOfALine_IsAnAmount(long discount, int status)
    {
        var cart = Cart;
        cart["cart_items"]![0]!["discount"] = discount;

        var answer = await Hydrated(cart);

        answer.Status.ShouldBe(status, answer.Json.ToJsonString());
        if (status == 422)
            answer.Field.ShouldBe("discount");
    }

    [Fact]
    public async Task Hydrate_AnOrderWithACartOfItsOwn_IsRefused()
    {
        var order = await checkout.Init("""{"cart_items":[{"sku":"OAK_GRATER_SM","quantity":1,"line_item_key":"a"}]}""");

        var refused = await checkout.Send(HttpMethod.Put, $"{Orders}/{order.OrderId}", Cart.ToJsonString());

        refused.Status.ShouldBe(422);
        refused.SubType.ShouldBe("not_simple");
    }

    /// <summary>The platform bills what it said: a shopper who changes the order to pay less for it is refused.</summary>
    [Theory]
    [InlineData("DELETE", "items", """{"line_item_key":"501"}""")]
    [InlineData("PUT", "items", """{"line_item_key":"501","quantity":1}""")]
    [InlineData("POST", "discounts", """{"code":"SAVE10"}""")]
    public async Task Shopper_CannotChangeWhatASimpleOrderCosts(string method, string path, string body)
    {
        var order = await Begun();
        await checkout.Send(HttpMethod.Put, $"{Orders}/{order.OrderId}", Cart.ToJsonString());

        var refused = await checkout.Send(new HttpMethod(method), $"{order.Storefront}/{path}", body, order.Jwt);

        refused.Status.ShouldBe(422, refused.Json.ToJsonString());
        (await Read(order)).State["order_total"]!.GetValue<long>().ShouldBe(5725);
    }

    /// <summary>Taxes of the shop's zones are others than the platform's.</summary>
    [Fact]
    public async Task Shopper_CannotHaveTheTaxesOfASimpleOrderCalculated()
    {
        var order = await Begun();
        await checkout.Send(HttpMethod.Put, $"{Orders}/{order.OrderId}", Cart.ToJsonString());

        var refused = await checkout.Send(HttpMethod.Post, $"{order.Storefront}/taxes", "{}", order.Jwt);

        refused.Status.ShouldBe(422, refused.Json.ToJsonString());
        refused.SubType.ShouldBe("simple_order");
    }

    [Fact]
    public async Task PaidAndCompleted_IsHeldForThePlatformsTotal_AndCarriesItsNumbers()
    {
        var order = await Begun();
        await checkout.Send(HttpMethod.Put, $"{Orders}/{order.OrderId}", Cart.ToJsonString());
        var paid = await checkout.Send(
            HttpMethod.Post,
            $"{order.Storefront}/payments",
            new JsonObject { ["gateway_public_id"] = Scene.TestGateway, ["token"] = "tok_visa" }.ToJsonString(),
            order.Jwt
        );
        paid.Status.ShouldBe(200, paid.Json.ToJsonString());

        var held = await checkout.Send(HttpMethod.Post, $"/checkout/orders/{LocalCheckout.Shop}/{order.OrderId}/payments/auth/full", "[]");
        var done = await checkout.Send(
            HttpMethod.Put,
            $"{Orders}/{order.OrderId}/state",
            """{"state":"order_complete","platform_order_id":318,"platform_friendly_id":"000000318"}"""
        );

        held.Data["transactions"]![0]!["amount"]!.GetValue<long>().ShouldBe(5725);
        done.Status.ShouldBe(201, done.Json.ToJsonString());
        done.Data["state"]!.GetValue<string>().ShouldBe("order_complete");
        done.Data["platform_order_id"]!.GetValue<string>().ShouldBe("318");
        var read = await Read(order);
        read.Data["platform_friendly_id"]!.GetValue<string>().ShouldBe("000000318");
        read.State["is_processed"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"state":"order_shipped","platform_order_id":"318"}""", "state")]
    [InlineData("""{"state":"order_complete"}""", "platform_order_id")]
    public async Task State_OtherThanComplete_IsRefused(string body, string field)
    {
        var order = await Begun();

        var refused = await checkout.Send(HttpMethod.Put, $"{Orders}/{order.OrderId}/state", body);

        refused.Status.ShouldBe(422);
        refused.Field.ShouldBe(field);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Resume_AnswersAsBeginning_WithANewJwt(string body)
    {
        var order = await Begun();

        var resumed = await checkout.Send(HttpMethod.Post, $"{Orders}/{order.OrderId}/resume", body);

        resumed.Status.ShouldBe(200);
        resumed.OrderId.ShouldBe(order.OrderId);
        resumed.Data["jwt_token"]!.GetValue<string>().Split('.').Length.ShouldBe(3);
        resumed.Data["payment_gateways"]!.AsArray().ShouldNotBeEmpty();
    }

    /// <summary>The published connectors send the units of one shipment, and say who they are; others send all units so far.</summary>
    [Theory]
    [InlineData("Bold-Platform-Connector-M2:2.3.1", 2)]
    [InlineData("back-office/1.0", 1)]
    public async Task FulfilledQuantities_OfAConnector_AreThoseOfOneShipment(string caller, int after)
    {
        var order = await Begun();
        await checkout.Send(HttpMethod.Put, $"{Orders}/{order.OrderId}", Cart.ToJsonString());
        await checkout.Send(HttpMethod.Put, $"{Orders}/{order.OrderId}/state", """{"state":"order_complete","platform_order_id":"9"}""");

        await Ship(order, caller);
        var second = await Ship(order, caller);

        second.Data["line_items"]![0]!["fulfilled_quantity"]!.GetValue<int>().ShouldBe(after);
    }

    [Fact]
    public async Task FulfilledQuantities_OfAConnector_NeverExceedTheLine()
    {
        var order = await Begun();
        await checkout.Send(HttpMethod.Put, $"{Orders}/{order.OrderId}", Cart.ToJsonString());
        await checkout.Send(HttpMethod.Put, $"{Orders}/{order.OrderId}/state", """{"state":"order_complete","platform_order_id":"9"}""");
        await Ship(order, "Bold-Platform-Connector-M1:2.3.0");
        await Ship(order, "Bold-Platform-Connector-M1:2.3.0");

        var third = await Ship(order, "Bold-Platform-Connector-M1:2.3.0");

        third.Status.ShouldBe(422);
        third.Field.ShouldBe("fulfilled_quantity");
    }

    private Task<Answer> Ship(SimpleOrder order, string caller)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, $"/checkout/orders/{LocalCheckout.Shop}/{order.OrderId}/line_items")
        {
            Content = new StringContent(
                """{"line_items":[{"line_item_key":"501","fulfilled_quantity":1}]}""",
                System.Text.Encoding.UTF8,
                "application/json"
            ),
        };
        request.Headers.TryAddWithoutValidation("User-Agent", caller);
        return checkout.Send(request);
    }

    private async Task<Answer> Hydrated(JsonObject cart)
    {
        var begun = await checkout.Send(HttpMethod.Post, Orders, Beginning);
        return await checkout.Send(HttpMethod.Put, $"{Orders}/{begun.OrderId}", cart.ToJsonString());
    }

    private async Task<SimpleOrder> Begun()
    {
        var begun = await checkout.Send(HttpMethod.Post, Orders, Beginning);
        return new SimpleOrder(begun.OrderId, begun.Data["jwt_token"]!.GetValue<string>());
    }

    private Task<Answer> Read(SimpleOrder order) => checkout.Send(HttpMethod.Get, $"{Orders}/{order.OrderId}");

    private sealed record SimpleOrder(string OrderId, string Jwt)
    {
        public string Storefront => $"/checkout/storefront/{LocalCheckout.Shop}/{OrderId}";
    }
}
