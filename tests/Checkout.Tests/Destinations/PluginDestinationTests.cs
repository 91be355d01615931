using System.Collections.Immutable;
using Checkout.Changing.Taxes;
using Checkout.Http.Plugins;
using Checkout.Orders;
using Checkout.Plugins.Overrides;
using Checkout.Pricing;
using Checkout.Running;
using Checkout.Stores;
using Checkout.Tests.Plugins;
using Checkout.Tests.Reserving;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Destinations;

/// <summary>What plugins and overrides make of an order that goes to several addresses.</summary>
public sealed class PluginDestinationTests
{
    private const string Url = "https://example.com/override";

    private const string ToSeattle = """
        {"type":"set_line_item_shipping_address","data":{"line_item_key":"AABBCC123","address":"400 Broad St","city":"Seattle","province":"Washington","province_code":"WA","country":"United States","country_code":"US","postal_code":"98109"}}
        """;

    [Fact]
    public async Task LineItem_SentElsewhereByAPlugin_HasRatesOfItsOwnThere()
    {
        var order = await After(ToSeattle);

        var seattle = OrderDestinations.Of(order)[1];
        seattle.Address.City.ShouldBe("Seattle");
        OrderDestinations.OfferedTo(order, seattle.Id).Available.Select(line => line.Code).ShouldBe(["std", "exp"]);
        OrderDestinations.OfferedTo(order, seattle.Id).Selected.ShouldBeNull();
        order.Shipping.Selected!.Amount.ShouldBe(1000);
        OrderDestinations.LackRate(order).ShouldBeTrue();
    }

    [Fact]
    public async Task ShippingLines_MultipliedByAPlugin_AreSoForEachDestination()
    {
        var order = await After(ToSeattle, """{"type":"multiply_shipping_lines_value","data":{"multiplier":2}}""");

        foreach (var destination in OrderDestinations.Of(order))
            OrderDestinations.OfferedTo(order, destination.Id).Available.Select(line => line.Amount).ShouldBe([2000, 5000]);
        order.Shipping.Selected!.Amount.ShouldBe(2000);
    }

    [Fact]
    public async Task ShippingRate_SetByAPlugin_IsTheWholeOrdersAndSharedByWeight()
    {
        var order = await After(
            ToSeattle,
            """{"type":"set_shipping_rate","data":{"shipping_rate":{"price":1001,"name":"Flat","code":"flat"}}}"""
        );

        var shares = PricedDestination.Of(order, OrderPrice.Of(order)).Select(d => d.Cost).ToList();

        OrderPrice.Of(order).Shipping.ShouldBe(1001);
        shares.ShouldBe([501, 500]);
        OrderDestinations.LackRate(order).ShouldBeFalse();
    }

    [Fact]
    public async Task PlacedOrder_LineSentWhereThereIsNoRate_StaysAsItIs()
    {
        var order = PluginStage.Order() with
        {
            Status = OrderStatus.Processed,
            ProcessedAt = PluginStage.Now.At,
            Plugins = new PluginState { Amendable = true },
        };

        var after = await PluginStage.After(Answer(ToSeattle), order);

        OrderDestinations.IsDivided(after).ShouldBeFalse();
        after.NewTimeline.ShouldHaveSingleItem().Event.ShouldBe("plugin.refused");
    }

    [Fact]
    public async Task Authority_DecidesOnTheOrder_NothingGoesElsewhere()
    {
        var order = PluginStage.Order();
        order = order with
        {
            Plugins = order.Plugins with
            {
                AuthorityCartId = "cart-1",
                Overrides = order.Plugins.Overrides.SetItem(OverrideKinds.Tax, new OrderOverride(Url, null) { ByAuthority = true }),
            },
        };

        var after = await PluginStage.After(Answer(ToSeattle), order);

        OrderDestinations.IsDivided(after).ShouldBeFalse();
        after.NewTimeline.ShouldHaveSingleItem().Event.ShouldBe("plugin.refused");
    }

    [Fact]
    public async Task Overrides_OfTwoDestinations_AreAskedAboutEachWithWhatGoesThere()
    {
        var order = await After(ToSeattle);
        order = order with
        {
            Plugins = order.Plugins with
            {
                Overrides = order
                    .Plugins.Overrides.SetItem(OverrideKinds.Shipping, new OrderOverride(Url + "/shipping", null))
                    .SetItem(OverrideKinds.Tax, new OrderOverride(Url + "/tax", null)),
            },
        };
        var stage = new PluginStage();
        stage.Plugins[Url + "/shipping"] = (request, _) =>
            Task.FromResult(
                PluginStage.Reply(
                    IsOfSeattle(request)
                        ? """{"rates":[{"line_text":"Ground","value":18,"code":"ground"}]}"""
                        : """{"rates":[{"line_text":"Local","value":6.5,"code":"std"}]}"""
                )
            );
        stage.Plugins[Url + "/tax"] = (request, _) =>
            Task.FromResult(
                PluginStage.Reply(
                    IsOfSeattle(request) ? """{"sub_total":[{"rate":0.1,"name":"WA"}]}""" : """{"sub_total":[{"rate":0.05,"name":"GST"}]}"""
                )
            );
        CountedStock stock = [];
        var calls = new OverrideCalls(stage, stock, new AskedOnce(), stage.Time);
        var questions = new OverrideQuestions();

        var offered = (
            await new ShippingOverride(calls, questions, new NoStateAuthority()).Offer(order, PluginStage.Shop(), CancellationToken.None)
        ).Value;
        var rates = await new TaxOverride(calls, questions, new NoStateAuthority()).For(
            offered,
            PluginStage.Shop(),
            offered.ShippingAddress!,
            CancellationToken.None
        );
        var taxed = GenerateTaxes.Decide(offered, rates.Value, included: false);

        var destinations = OrderDestinations.Of(offered);
        OrderDestinations.OfferedTo(offered, destinations[0].Id).Selected!.Amount.ShouldBe(650);
        OrderDestinations.OfferedTo(offered, destinations[1].Id).Available.Select(line => line.Amount).ShouldBe([1800]);
        taxed.Taxes!.Lines["AABBCC123"].ShouldBe([new Tax("WA", 1000, false)]);
        taxed.Taxes.Lines["17255784153145:88efe753c99a31ae7059ff6089dd1c7c"].ShouldBe([new Tax("GST", 100, false)]);
        stage.Requests.Select(request => PluginStage.Json(request).GetProperty("cart").GetArrayLength()).Order().ShouldBe([1, 1, 2, 2]);
    }

    /// <summary>A plugin sent a line to the order's own address by what that says: once the order is to go elsewhere, the line is not.</summary>
    [Fact]
    public async Task Estimate_OfALineThatAPluginSentToTheOrdersOwnAddress_TaxesItThere()
    {
        var order = PluginStage.Order();
        var home = order.ShippingAddress!;
        order = order with
        {
            LineItems = [order.LineItems[0] with { ShippingAddress = home with { Id = null } }, .. order.LineItems.Skip(1)],
        };
        OrderDestinations.IsDivided(order).ShouldBeFalse();
        var stage = new PluginStage();
        CountedStock stock = [];
        var calls = new OverrideCalls(stage, stock, new AskedOnce(), stage.Time);
        var there = home with { City = "Toronto", ProvinceCode = "ON", Province = "Ontario" };
        var moved = order with { ShippingAddress = there };

        var rates = await new TaxOverride(calls, new OverrideQuestions(), new NoStateAuthority()).For(
            order,
            PluginStage.Shop(),
            there,
            CancellationToken.None
        );

        OrderDestinations.Elsewhere(moved).ShouldHaveSingleItem().Address.City.ShouldBe(home.City);
        rates.Value.Destinations.Keys.ShouldBe(OrderDestinations.Elsewhere(moved).Select(d => d.Id));
        GenerateTaxes.Decide(moved, rates.Value, included: false).Taxes!.Destinations!.Count.ShouldBe(2);
    }

    /// <summary>What is not shipped is taxed where it is paid, at no destination: the others keep the taxes that were calculated.</summary>
    [Fact]
    public void Taxes_OfWhatIsNotShippedBesideADestination_LeaveTheDestinationsAsTheyAre()
    {
        var order = PluginStage.Order();
        var paidAt = order.ShippingAddress!;
        order = order with
        {
            ShippingAddress = null,
            BillingAddress = paidAt,
            LineItems =
            [
                order.LineItems[0] with
                {
                    ShippingAddress = paidAt with { Id = "seattle", City = "Seattle", CountryCode = "US", ProvinceCode = "WA" },
                },
                order.LineItems[1] with
                {
                    RequiresShipping = false,
                },
            ],
        };
        var rates = new TaxRates { SubTotal = [new TaxRate("GST", 0.05m)] } with
        {
            Destinations = ImmutableDictionary<string, TaxRates>.Empty.Add(
                "seattle",
                new TaxRates { SubTotal = [new TaxRate("WA", 0.1m)], Shipping = [new TaxRate("WA", 0.1m)] }
            ),
        };

        var taxed = GenerateTaxes.Decide(order, rates, included: false);

        var seattle = PricedDestination.Of(taxed, OrderPrice.Of(taxed)).ShouldHaveSingleItem();
        seattle.Taxes.ShouldBe(taxed.Taxes!.Destinations!["seattle"]);
    }

    private static bool IsOfSeattle(Checkout.Plugins.Calls.PluginRequest request) =>
        PluginStage.Json(request).GetProperty("cart")[0].GetProperty("line_item_key").GetString() == "AABBCC123";

    private static Task<Order> After(params ImmutableArray<string> actions) => PluginStage.After(Answer(actions));

    private static string Answer(params ImmutableArray<string> actions) =>
        $$"""{"success":true,"actions":[{{string.Join(',', actions)}}]}""";
}
