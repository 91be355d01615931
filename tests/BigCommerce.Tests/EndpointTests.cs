using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace BigCommerce.Tests;

/// <summary>Every endpoint of the page with the page's sample body, its answer held to the page's property tables.</summary>
[Collection(nameof(DemoHost))]
public sealed class EndpointTests(DemoHost host)
{
    [Fact]
    public async Task GetCheckouts_Shopper_ListsHisOne()
    {
        var order = await host.Begin();

        var answer = (await host.Call("GET", "checkouts", sign: Sign.Shopper(order))).ShouldBe(200, "CheckoutListEnvelope");

        answer.Body["data"]!.AsArray().ShouldHaveSingleItem()!["id"]!.GetValue<string>().ShouldBe(order.Id);
    }

    [Fact]
    public async Task GetCheckouts_Client_ListsTheNewestOpenFirst()
    {
        var older = await host.Begin();
        var newer = await host.Begin();

        var answer = (await host.Call("GET", "checkouts")).ShouldBe(200, "CheckoutListEnvelope");

        var ids = answer.Body["data"]!.AsArray().Select(c => c!["id"]!.GetValue<string>()).ToList();
        ids.Count.ShouldBeLessThanOrEqualTo(50);
        ids.IndexOf(newer.Id).ShouldBeInRange(0, ids.IndexOf(older.Id) - 1);
    }

    [Fact]
    public async Task GetCheckout_Begun_IsThereForOneTransaction()
    {
        var order = await host.Begin();

        var answer = (await host.Call("GET", $"checkouts/{order.Id}")).ShouldBe(200, "CheckoutEnvelope");

        answer.Cost.ShouldBe(1);
        var cart = answer.Body["data"]!["cart"]!;
        cart["baseAmount"]!.GetValue<decimal>().ShouldBe(113.50m);
        cart["currency"]!["code"]!.GetValue<string>().ShouldBe("CAD");
        cart["lineItems"]![0]!["physicalItems"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task PutItem_Quantity_IsChangedForOneTransaction()
    {
        var order = await host.Begin();
        var item = await FirstItem(order);

        var answer = (
            await host.Call(
                "PUT",
                Item(order, item),
                SampleBodies.Item(3, item["productId"]!.GetValue<long>(), item["variantId"]!.GetValue<long>())
            )
        ).ShouldBe(200, "Checkout");

        answer.Cost.ShouldBe(1);
        Physical(answer)[0]!["quantity"]!.GetValue<int>().ShouldBe(3);
        answer.Body["grandTotal"]!.GetValue<decimal>().ShouldBe(158.50m);
    }

    [Fact]
    public async Task PutItem_OtherVariant_TakesThePlaceOfTheLine()
    {
        var order = await host.Begin(DemoHost.Item("OAK_GRATER_SM", 1, "grater"));
        var item = await FirstItem(order);

        var answer = (await host.Call("PUT", Item(order, item), SampleBodies.Item(1, item["productId"]!.GetValue<long>(), 5424))).ShouldBe(
            200,
            "Checkout"
        );

        Physical(answer)[0]!["id"]!.GetValue<string>().ShouldBe(item["id"]!.GetValue<string>());
        answer.Body["grandTotal"]!.GetValue<decimal>().ShouldBe(31.50m);
    }

    [Fact]
    public async Task DeleteItem_OneOfTwo_LeavesTheOther()
    {
        var order = await host.Begin();

        var answer = (await host.Call("DELETE", Item(order, await FirstItem(order)))).ShouldBe(200, "Checkout");

        Physical(answer).ShouldHaveSingleItem()!["variant"]!["sku"]!.GetValue<string>().ShouldBe("OAK_GRATER_SM");
    }

    /// <summary>The page: the sale price is the item's after all discounts, the extended one that of its quantity.</summary>
    [Fact]
    public async Task GetCheckout_DiscountOnALine_IsInItsSalePrice()
    {
        var begun = await host.Send(
            "POST",
            $"checkout/orders/{DemoHost.Shop}/init",
            new JsonObject
            {
                ["cart_items"] = new JsonArray(DemoHost.Item("KLS_472945", 2, "board")),
                ["actions"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = "discount_line_items",
                        ["data"] = new JsonObject
                        {
                            ["line_item_keys"] = new JsonArray("board"),
                            ["value"] = 10,
                            ["line_text"] = "Autumn",
                            ["discount_type"] = "percentage",
                        },
                    }
                ),
            },
            Sign.BackOffice
        );
        begun.Status.ShouldBe(200, begun.Text);

        var answer = (await host.Call("GET", $"checkouts/{begun.Body["data"]!["public_order_id"]}")).ShouldBe(200, "CheckoutEnvelope");

        var item = answer.Body["data"]!["cart"]!["lineItems"]![0]!["physicalItems"]![0]!;
        Amount("baseAmount").ShouldBe(90m);
        Amount("discountAmount").ShouldBe(9m);
        Amount("salePrice").ShouldBe(40.50m);
        Amount("extendedSalePrice").ShouldBe(81m);
        item["variant"]!["price"]!.GetValue<decimal>().ShouldBe(45m);
        answer.Body["data"]!["grandTotal"]!.GetValue<decimal>().ShouldBe(81m);

        decimal Amount(string name) => item[name]!.GetValue<decimal>();
    }

    [Fact]
    public async Task PostBillingAddress_WithEmail_IsWhoPays()
    {
        var order = await host.Begin();

        var answer = (await host.Call("POST", $"checkouts/{order.Id}/billing-address", SampleBodies.Address())).ShouldBe(200, "Checkout");

        var address = answer.Body["billingAddress"]!;
        address["phone"]!.GetValue<string>().ShouldBe("+12045550100");
        address["customFields"]![0]!["fieldValue"]!.GetValue<string>().ShouldBe("Leave at the door");
        (await host.State(order))["customer"]!["email_address"]!.GetValue<string>().ShouldBe("john.doe@example.com");
    }

    [Fact]
    public async Task PutBillingAddress_OfTheCheckout_IsReplaced()
    {
        var order = await host.Begin();
        var set = await host.Call("POST", $"checkouts/{order.Id}/billing-address", SampleBodies.Address());
        var id = set.Body["billingAddress"]!["id"]!.GetValue<string>();

        var answer = (await host.Call("PUT", $"checkouts/{order.Id}/billing-address/{id}", SampleBodies.Address(id, "1 Main St"))).ShouldBe(
            200,
            "Checkout"
        );

        answer.Body["billingAddress"]!["street1"]!.GetValue<string>().ShouldBe("1 Main St");
    }

    [Fact]
    public async Task PostShippingAddress_First_GetsEveryItemAndTaxes()
    {
        var order = await host.Begin();

        var answer = (await host.Call("POST", $"checkouts/{order.Id}/shipping-addresses", SampleBodies.Address())).ShouldBe(
            200,
            "Checkout"
        );

        answer.Body["shippingAddresses"]!.AsArray().ShouldHaveSingleItem();
        answer.Body["consignments"]!.AsArray().ShouldHaveSingleItem()!["lineItemIds"]!.AsArray().Count.ShouldBe(2);
        answer.Body["taxTotal"]!.GetValue<decimal>().ShouldBe(13.63m);
        answer.Body["taxes"]![0]!["percentage"]!.GetValue<decimal>().ShouldBe(5m);
    }

    [Fact]
    public async Task PutShippingAddress_OfTheCheckout_IsReplaced()
    {
        var order = await Addressed();

        var answer = (
            await host.Call("PUT", $"checkouts/{order.Id}/shipping-addresses/1", SampleBodies.Address("1", "1 Main St"))
        ).ShouldBe(200, "Checkout");

        answer.Body["shippingAddresses"]!.AsArray().ShouldHaveSingleItem()!["street1"]!.GetValue<string>().ShouldBe("1 Main St");
    }

    [Fact]
    public async Task GetPayments_DemoShop_ListsItsGateway()
    {
        var order = await host.Begin();

        var answer = (await host.Call("GET", $"checkouts/{order.Id}/payments")).ShouldBe(200, "ResponsePaymentsData");

        answer.Body["data"]!["paymentMethods"]!.AsArray().ShouldHaveSingleItem()!["id"]!.GetValue<string>().ShouldBe(DemoHost.TestGateway);
    }

    [Theory]
    [InlineData("giftcertificate")]
    [InlineData("gift-certificates")]
    public async Task GiftCertificate_AppliedAndRemoved_LowersWhatIsDueMeanwhile(string path)
    {
        var order = await host.Begin();

        var applied = (await host.Call("POST", $"checkouts/{order.Id}/{path}", SampleBodies.GiftCertificate())).ShouldBe(200, "Checkout");
        var removed = (await host.Call("DELETE", $"checkouts/{order.Id}/{path}/GIFT-DEMO-0002")).ShouldBe(200, "Checkout");

        applied.Body["giftCertificates"]!.AsArray().ShouldHaveSingleItem()!["balance"]!.GetValue<decimal>().ShouldBeGreaterThan(0m);
        applied.Body["balanceDue"]!.GetValue<decimal>().ShouldBeLessThan(applied.Body["grandTotal"]!.GetValue<decimal>());
        removed.Body["giftCertificates"]!.AsArray().ShouldBeEmpty();
        removed.Body["balanceDue"]!.GetValue<decimal>().ShouldBe(113.50m);
    }

    [Theory]
    [InlineData("coupon")]
    [InlineData("coupons")]
    public async Task Coupon_AppliedAndRemoved_LowersTheTotalMeanwhile(string path)
    {
        var order = await host.Begin();

        var applied = (await host.Call("POST", $"checkouts/{order.Id}/{path}", SampleBodies.Coupon())).ShouldBe(200, "Checkout");
        var removed = (await host.Call("DELETE", $"checkouts/{order.Id}/{path}/SPRINGSALE2022_Q8RT4")).ShouldBe(200, "Checkout");

        applied.Body["coupons"]![0]!["discountedAmount"]!.GetValue<decimal>().ShouldBe(11.35m);
        applied.Body["coupons"]![0]!["couponType"]!.GetValue<string>().ShouldBe("percentage_discount");
        applied.Body["grandTotal"]!.GetValue<decimal>().ShouldBe(102.15m);
        removed.Body["grandTotal"]!.GetValue<decimal>().ShouldBe(113.50m);
    }

    [Fact]
    public async Task GetShippingOptions_OfAnAddress_AreItsZones()
    {
        var order = await Addressed();

        var answer = (await host.Call("GET", $"checkouts/{order.Id}/shipping-addresses/1/options")).ShouldBe(
            200,
            "ResponseShippingOptions"
        );

        var options = answer.Body["data"]!["shippingOptions"]!["1"]!.AsArray();
        options[0]!["price"]!.GetValue<decimal>().ShouldBe(6.50m);
        options[0]!["formattedPrice"]!.GetValue<string>().ShouldBe("6.50");
    }

    [Fact]
    public async Task PutShippingOption_Offered_IsSelectedAndCosts()
    {
        var order = await Addressed();

        var answer = (await host.Call("PUT", $"checkouts/{order.Id}/shipping-addresses/1/options/1")).ShouldBe(
            200,
            "ResponseShippingOptions"
        );

        answer.Body["data"]!["shippingOptions"]!["1"]!.AsArray().Single(o => o!["selected"]!.GetValue<bool>())!["id"]!
            .GetValue<string>()
            .ShouldBe("1");
        var checkout = (await host.Call("GET", $"checkouts/{order.Id}")).Body["data"]!;
        checkout["shippingCostTotal"]!.GetValue<decimal>().ShouldBe(9.50m);
        checkout["consignments"]![0]!["shippingMethodId"]!.GetValue<string>().ShouldBe("1");
        checkout["consignments"]![0]!["shippingCost"]!.GetValue<decimal>().ShouldBe(9.50m);
    }

    [Fact]
    public async Task PostOrder_WithNonce_IsPlacedAtOnce()
    {
        var order = await Ready();

        var answer = (await host.Call("POST", $"checkouts/{order.Id}/order", SampleBodies.Order("tok_visa"))).ShouldBe(
            201,
            "ResponseOrderData"
        );

        var placed = answer.Body["data"]!["order"]!;
        placed["status"]!.GetValue<string>().ShouldBe("ORDER_STATUS_AWAITING_PAYMENT");
        placed["payment"]!["status"]!.GetValue<string>().ShouldBe("PAYMENT_STATUS_FINALIZE");
        placed["isComplete"]!.GetValue<bool>().ShouldBeTrue();
        (await host.State(order))["is_processed"]!.GetValue<bool>().ShouldBeTrue();
        (await host.Letters(order.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task PostOrder_OfAPlacedOrder_AnswersItAndTakesNoOtherPayment()
    {
        var order = await Ready();
        var placed = await host.Call("POST", $"checkouts/{order.Id}/order", SampleBodies.Order("tok_visa"));

        var again = (await host.Call("POST", $"checkouts/{order.Id}/order", SampleBodies.Order("tok_mastercard"))).ShouldBe(
            201,
            "ResponseOrderData"
        );

        again.Body["data"]!.ToJsonString().ShouldBe(placed.Body["data"]!.ToJsonString());
        var payments = (await host.State(order))["payments"]!.AsArray();
        payments.ShouldHaveSingleItem()!["amount"]!.GetValue<long>().ShouldBe((await host.State(order))["order_total"]!.GetValue<long>());
    }

    /// <summary>The page's own body: the shopper pays on the gateway's page, and PUT finishes.</summary>
    [Fact]
    public async Task PostOrder_Hosted_IsFinishedByPutOnce()
    {
        var order = await Ready();
        var begun = (await host.Call("POST", $"checkouts/{order.Id}/order", SampleBodies.Order())).ShouldBe(201, "ResponseOrderData").Body[
            "data"
        ]!["order"]!;
        begun["status"]!.GetValue<string>().ShouldBe("ORDER_STATUS_INCOMPLETE");
        begun["payment"]!["status"]!.GetValue<string>().ShouldBe("PAYMENT_STATUS_INITIALIZE");
        begun["payment"]!["redirectUrl"]!.GetValue<string>().ShouldContain($"/{order.Id}/payments/iframe?token=");
        var number = begun["orderId"]!.GetValue<long>();

        (await host.Call("PUT", $"orders/{number}")).ShouldBe(422, "CheckoutError");
        await host.Storefront(
            order,
            "POST",
            "payments",
            new JsonObject { ["gateway_public_id"] = DemoHost.TestGateway, ["token"] = "tok_visa" }
        );
        (await host.Call("GET", $"orders/{number}")).ShouldBe(200, "ResponseOrderData").Body["data"]!["order"]!["payment"]!["status"]!
            .GetValue<string>()
            .ShouldBe("PAYMENT_STATUS_ACKNOWLEDGE");
        var finished = (await host.Call("PUT", $"orders/{number}")).ShouldBe(200, "Order");
        var again = (await host.Call("PUT", $"orders/{number}")).ShouldBe(200, "Order");

        finished.Body["payment"]!["status"]!.GetValue<string>().ShouldBe("PAYMENT_STATUS_FINALIZE");
        JsonNode.DeepEquals(finished.Body, again.Body).ShouldBeTrue();
        (await host.State(order))["payments"]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task PutOrder_AnotherCardAfterADecline_FinishesWithThatOne()
    {
        var order = await Ready();
        var number = (await host.Call("POST", $"checkouts/{order.Id}/order", SampleBodies.Order())).Body["data"]!["order"]![
            "orderId"
        ]!.GetValue<long>();
        await host.Storefront(
            order,
            "POST",
            "payments",
            new JsonObject { ["gateway_public_id"] = DemoHost.TestGateway, ["token"] = "tok_decline" }
        );
        (await host.Call("PUT", $"orders/{number}")).ShouldBe(422, "CheckoutError");
        (await host.Call("GET", $"orders/{number}")).Body["data"]!["order"]!["status"]!
            .GetValue<string>()
            .ShouldBe("ORDER_STATUS_DECLINED");

        await host.Storefront(
            order,
            "POST",
            "payments",
            new JsonObject { ["gateway_public_id"] = DemoHost.TestGateway, ["token"] = "tok_visa" }
        );
        (await host.Call("PUT", $"orders/{number}")).ShouldBe(200, "Order");

        (await host.State(order))["payments"]!.AsArray().ShouldHaveSingleItem()!["status"]!.GetValue<string>().ShouldBe("preAuthed");
    }

    [Fact]
    public async Task GetOrder_Fulfilled_SaysHowFar()
    {
        var order = await Ready();
        await host.Call("POST", $"checkouts/{order.Id}/order", SampleBodies.Order("tok_visa"));
        await BackOffice("POST", "payments/capture/full", new JsonObject { ["reauth"] = false });
        (await Status()).ShouldBe("ORDER_STATUS_AWAITING_FULFILLMENT");

        await BackOffice("PATCH", "line_items/grater", new JsonObject { ["fulfilled_quantity"] = 1 });
        (await Status()).ShouldBe("ORDER_STATUS_PARTIALLY_SHIPPED");
        await BackOffice("PATCH", "line_items/board", new JsonObject { ["fulfilled_quantity"] = 2 });
        (await Status()).ShouldBe("ORDER_STATUS_SHIPPED");
        await BackOffice("POST", "refunds/full", new JsonObject { ["reason"] = "Broken." });
        (await Status()).ShouldBe("ORDER_STATUS_REFUNDED");

        async Task<string> Status()
        {
            var number = (await host.Call("GET", $"checkouts/{order.Id}")).Body["data"]!["orderId"]!.GetValue<string>();
            return (await host.Call("GET", $"orders/{number}")).ShouldBe(200, "ResponseOrderData").Body["data"]!["order"]![
                "status"
            ]!.GetValue<string>();
        }

        async Task BackOffice(string method, string path, JsonNode body)
        {
            var answer = await host.Send(method, $"checkout/orders/{DemoHost.Shop}/{order.Id}/{path}", body, Sign.BackOffice);
            answer.Status.ShouldBe(200, answer.Text);
        }
    }

    [Fact]
    public async Task GetOrder_ByNumber_CostsAClientTwoTransactionsAndAShopperOne()
    {
        var order = await host.Begin();
        var number = (await host.Call("GET", $"checkouts/{order.Id}")).Body["data"]!["orderId"]!.GetValue<string>();

        (await host.Call("GET", $"orders/{number}")).ShouldBe(200, "ResponseOrderData").Cost.ShouldBe(2);
        (await host.Call("GET", $"orders/{number}", sign: Sign.Shopper(order))).ShouldBe(200, "ResponseOrderData").Cost.ShouldBe(1);
    }

    private async Task<Begun> Addressed()
    {
        var order = await host.Begin();
        (await host.Call("POST", $"checkouts/{order.Id}/shipping-addresses", SampleBodies.Address())).Status.ShouldBe(200);
        return order;
    }

    private async Task<Begun> Ready()
    {
        var order = await Addressed();
        (await host.Call("POST", $"checkouts/{order.Id}/billing-address", SampleBodies.Address())).Status.ShouldBe(200);
        (await host.Call("PUT", $"checkouts/{order.Id}/shipping-addresses/1/options/0")).Status.ShouldBe(200);
        return order;
    }

    private async Task<JsonNode> FirstItem(Begun order) =>
        (await host.Call("GET", $"checkouts/{order.Id}")).Body["data"]!["cart"]!["lineItems"]![0]!["physicalItems"]![0]!;

    private static JsonArray Physical(Answer answer) => answer.Body["cart"]!["lineItems"]![0]!["physicalItems"]!.AsArray();

    private static string Item(Begun order, JsonNode item) => $"checkouts/{order.Id}/carts/{order.Id}/items/{item["id"]}";
}
