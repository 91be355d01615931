using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace BigCommerce.Tests;

/// <summary>
/// An order that goes to Winnipeg and to Seattle: each has the options, the cost and the taxes of its own address, in both dialects.
/// </summary>
[Collection(nameof(DemoHost))]
public sealed class DestinationTests(DemoHost host)
{
    [Fact]
    public async Task TwoConsignments_AreOffered_TheOptionsOfTheirAddresses()
    {
        var order = await TwoPlaces();

        var (winnipeg, seattle) = Both(await Checkout(order));

        Options(winnipeg).ShouldBe(["local", "standard", "express"]);
        Options(seattle).ShouldBe(["ground", "air"]);
        var listed = (await host.Call("GET", $"checkouts/{order.Id}/shipping-addresses/2/options")).ShouldBe(
            200,
            "ResponseShippingOptions"
        );
        listed.Body["data"]!["shippingOptions"]!["2"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Option_SelectedForOneConsignment_LeavesTheOther()
    {
        var order = await TwoPlaces();

        var first = await Select(order, "2", "1");
        var second = await Select(order, "1", "0");
        var again = await Select(order, "2", "0");

        Both(first).Winnipeg["selectedShippingOption"].ShouldBeNull();
        Costs(first).ShouldBe([0m, 41m]);
        Costs(second).ShouldBe([6.50m, 41m]);
        Both(again).Winnipeg["selectedShippingOption"]!["type"]!.GetValue<string>().ShouldBe("local");
        Costs(again).ShouldBe([6.50m, 18m]);
        again["shippingCostTotal"]!.GetValue<decimal>().ShouldBe(24.50m);
    }

    [Fact]
    public async Task Taxes_OfTwoConsignments_AreThoseOfEachAddress()
    {
        var order = await TwoPlaces();
        await Select(order, "1", "0");
        await Select(order, "2", "0");

        var taxes = (await host.Call("GET", $"checkouts/{order.Id}")).Body["data"]!["taxes"]!.AsArray();

        // Nothing of what goes to Seattle is taxed by Canada.
        var items = await Items(order);
        taxes.Select(t => t!["itemId"]!.GetValue<string>()).Distinct().ShouldBe([items[0]]);
        taxes.Select(t => t!["name"]!.GetValue<string>()).ShouldBe(["GST", "PST"]);
    }

    [Fact]
    public async Task Item_Divided_GoesToBothAndItsPartsAddUp()
    {
        var order = await host.Begin(DemoHost.Item("KLS_472945", 3, "board"));
        var item = (await Items(order))[0];
        await Post(order, Consignment(Winnipeg(), item, 1), Consignment(Seattle(), item, 2));
        await Select(order, "1", "0");
        var checkout = await Select(order, "2", "0");

        var (winnipeg, seattle) = Both(checkout);
        Units(winnipeg).ShouldBe([(item, 1)]);
        Units(seattle).ShouldBe([(item, 2)]);
        var price = checkout["cart"]!["lineItems"]!["physicalItems"]![0]!["salePrice"]!.GetValue<decimal>();
        checkout["taxes"]!
            .AsArray()
            .Sum(t => t!["amount"]!.GetValue<decimal>())
            .ShouldBe(Math.Round(price * 0.05m, 2) + Math.Round(price * 0.07m, 2));
        checkout["shippingCostTotal"]!.GetValue<decimal>().ShouldBe(24.50m);

        (await host.Call("POST", $"checkouts/{order.Id}/consignments", new JsonArray(Consignment(Seattle(), item, 4)))).ShouldBe(
            422,
            "CheckoutError"
        );
        (await host.Call("POST", $"checkouts/{order.Id}/consignments", new JsonArray(Consignment(Seattle(), item, 0)))).ShouldBe(
            422,
            "CheckoutError"
        );
        (
            await host.Call(
                "POST",
                $"checkouts/{order.Id}/consignments",
                new JsonArray(Consignment(Seattle(), item, 2), Consignment(Winnipeg(), item, 2))
            )
        ).ShouldBe(422, "CheckoutError");
    }

    [Fact]
    public async Task Consignment_WithOtherUnits_GivesTheRestToTheFirst()
    {
        var order = await host.Begin(DemoHost.Item("KLS_472945", 3, "board"));
        var item = (await Items(order))[0];
        await Post(order, Consignment(Winnipeg(), item, 1), Consignment(Seattle(), item, 2));

        var fewer = await Sdk(
            "PUT",
            $"checkouts/{order.Id}/consignments/2",
            new JsonObject { ["lineItems"] = new JsonArray(Item(item, 1)) }
        );
        var none = await Sdk("DELETE", $"checkouts/{order.Id}/consignments/2", null);

        Units(Both(fewer).Winnipeg).ShouldBe([(item, 2)]);
        Units(Both(fewer).Seattle).ShouldBe([(item, 1)]);
        none["consignments"]!.AsArray().ShouldHaveSingleItem()!["lineItems"].ShouldBeNull();
    }

    [Fact]
    public async Task BoldState_OfTwoDestinations_ListsThemAndTheirSums()
    {
        var order = await TwoPlaces();
        await Select(order, "1", "0");
        await Select(order, "2", "0");

        var state = await host.State(order);

        var destinations = state["destinations"]!.AsArray();
        destinations.Select(d => d!["address"]!["city"]!.GetValue<string>()).ShouldBe(["Winnipeg", "Seattle"]);
        destinations.Sum(d => d!["shipping"]!["cost"]!.GetValue<long>()).ShouldBe(2450);
        state["shipping"]!["selected_shipping"]!["amount"]!.GetValue<long>().ShouldBe(2450);
        state["shipping"]!["available_shipping_lines"]!
            .AsArray()
            .Select(line => line!["id"]!.GetValue<string>())
            .ShouldBe(["1:0", "1:1", "1:2", "2:0", "2:1"]);
        destinations
            .SelectMany(d => d!["taxes"]!.AsArray())
            .Sum(tax => tax!["value"]!.GetValue<long>())
            .ShouldBe(state["taxes"]!.AsArray().Sum(tax => tax!["value"]!.GetValue<long>()));
        destinations[1]!["taxes"]!.AsArray().ShouldBeEmpty();
        destinations[1]!["line_items"]![0]!["line_item_key"]!.GetValue<string>().ShouldBe("grater");
    }

    [Fact]
    public async Task ShippingLines_OfTheStorefront_SelectForTheDestinationInTheirId()
    {
        var order = await TwoPlaces();

        var lines = (await host.Storefront(order, "GET", "shipping_lines"))["shipping_lines"]!.AsArray();
        await host.Storefront(order, "POST", "shipping_lines", new JsonObject { ["index"] = "1:1", ["code"] = "standard" });
        var chosen = await host.Storefront(order, "POST", "shipping_lines", new JsonObject { ["index"] = "2:0" });

        lines[3]!["description"]!.GetValue<string>().ShouldBe("Ground (5 to 10 days) (Seattle)");
        chosen["selected_shipping"]!["amount"]!.GetValue<long>().ShouldBe(2750);
        var destinations = chosen["application_state"]!["destinations"]!.AsArray();
        destinations.Select(d => d!["shipping"]!["selected_shipping"]!["code"]!.GetValue<string>()).ShouldBe(["standard", "ground"]);
        Costs(await Checkout(order)).ShouldBe([9.50m, 18m]);
    }

    [Fact]
    public async Task Order_IsPlaced_WhenEveryConsignmentHasItsOption()
    {
        var order = await TwoPlaces();
        (await host.Call("POST", $"checkouts/{order.Id}/billing-address", SampleBodies.Address())).ShouldBe(200, "Checkout");
        await Select(order, "1", "0");
        var body = new JsonObject
        {
            ["payment"] = new JsonObject { ["name"] = DemoHost.TestGateway, ["nonce"] = "tok_visa" },
        };

        (await host.Call("POST", $"checkouts/{order.Id}/order", body.DeepClone())).Status.ShouldBe(422);
        var total = (await Select(order, "2", "0"))["grandTotal"]!.GetValue<decimal>();
        var placed = await host.Call("POST", $"checkouts/{order.Id}/order", body);

        placed.Status.ShouldBe(201, placed.Text);
        var state = await host.State(order);
        state["order_total"]!.GetValue<long>().ShouldBe((long)(total * 100));
        state["order_balance"]!.GetValue<long>().ShouldBe(0);
        var sent = await host.Send(
            "GET",
            $"api/storefront/orders/{state["order_id"]!.GetValue<long>()}",
            null,
            Sign.Shopper(order) with
            {
                Accept = "application/vnd.bc.v1+json",
            }
        );
        sent.Body["consignments"]!["shipping"]!.AsArray().Sum(c => c!["baseCost"]!.GetValue<decimal>()).ShouldBe(24.50m);
        sent.Body["consignments"]!["shipping"]!.AsArray().Sum(c => c!["itemsTotal"]!.GetValue<int>()).ShouldBe(3);
    }

    [Fact]
    public async Task SecondDestination_CostsNoFurtherStorageTransaction()
    {
        var order = await TwoPlaces();

        var selected = await host.Call("PUT", $"checkouts/{order.Id}/shipping-addresses/2/options/0");
        var read = await host.Call("GET", $"checkouts/{order.Id}");

        selected.Cost.ShouldBe(1);
        read.Cost.ShouldBe(1);
    }

    /// <summary>Two boards to Winnipeg, a grater to Seattle.</summary>
    private async Task<Begun> TwoPlaces()
    {
        var order = await host.Begin();
        var items = await Items(order);
        await Post(order, Consignment(Winnipeg(), items[0], null), Consignment(Seattle(), items[1], null));
        return order;
    }

    private async Task<List<string>> Items(Begun order) =>
        [
            .. (await host.Call("GET", $"checkouts/{order.Id}")).Body["data"]!["cart"]!["lineItems"]![0]!["physicalItems"]!
                .AsArray()
                .Select(item => item!["id"]!.GetValue<string>()),
        ];

    private async Task Post(Begun order, params JsonNode[] consignments) =>
        (await host.Call("POST", $"checkouts/{order.Id}/consignments", new JsonArray(consignments))).ShouldBe(200, "Checkout");

    private Task<JsonNode> Select(Begun order, string consignment, string option) =>
        Sdk("PUT", $"checkouts/{order.Id}/consignments/{consignment}", new JsonObject { ["shippingOptionId"] = option });

    private Task<JsonNode> Checkout(Begun order) => Sdk("GET", $"checkouts/{order.Id}?include=consignments.availableShippingOptions", null);

    private async Task<JsonNode> Sdk(string method, string path, JsonNode? body)
    {
        var answer = await host.Call(method, path, body, Sign.Registered with { Accept = "application/vnd.bc.v1+json" });
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Body;
    }

    private static (JsonNode Winnipeg, JsonNode Seattle) Both(JsonNode checkout)
    {
        var consignments = checkout["consignments"]!.AsArray();
        consignments.Select(c => c!["shippingAddress"]!["city"]!.GetValue<string>()).ShouldBe(["Winnipeg", "Seattle"]);
        return (consignments[0]!, consignments[1]!);
    }

    private static IEnumerable<string> Options(JsonNode consignment) =>
        consignment["availableShippingOptions"]!.AsArray().Select(option => option!["type"]!.GetValue<string>());

    private static IEnumerable<decimal> Costs(JsonNode checkout) =>
        checkout["consignments"]!.AsArray().Select(c => c!["shippingCost"]!.GetValue<decimal>());

    private static IEnumerable<(string, int)> Units(JsonNode consignment) =>
        consignment["lineItems"]!.AsArray().Select(item => (item!["itemId"]!.GetValue<string>(), item["quantity"]!.GetValue<int>()));

    private static JsonObject Consignment(JsonObject address, string item, int? quantity) =>
        new() { ["address"] = address, ["lineItems"] = new JsonArray(Item(item, quantity)) };

    private static JsonObject Item(string item, int? quantity) =>
        quantity is null ? new() { ["itemId"] = item } : new() { ["itemId"] = item, ["quantity"] = quantity };

    private static JsonObject Winnipeg() => Place("50 Fultz Blvd", "Winnipeg", "MB", "CA", "R3Y0L6");

    private static JsonObject Seattle() => Place("400 Broad St", "Seattle", "WA", "US", "98109");

    private static JsonObject Place(string street, string city, string province, string country, string postalCode) =>
        new()
        {
            ["firstName"] = "John",
            ["lastName"] = "Doe",
            ["address1"] = street,
            ["city"] = city,
            ["stateOrProvinceCode"] = province,
            ["countryCode"] = country,
            ["postalCode"] = postalCode,
        };
}
