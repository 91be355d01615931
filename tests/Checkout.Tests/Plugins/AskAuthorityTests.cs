using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Changing.Taxes;
using Checkout.Http.Plugins;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Plugins.Overrides;
using Checkout.Pricing;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Tests.Reserving;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Plugins;

/// <summary>A remote state authority that decides (docs/contract/platforms.md#who-decides).</summary>
public sealed class AskAuthorityTests : IStateAuthority
{
    private static readonly Shop Shop = PluginStage.Shop() with
    {
        RemoteStateAuthority = new RemoteStateAuthority("https://store.example.com", "s") { Protocol = AuthorityProtocol.MagentoCart },
    };

    private static readonly Order Order = FixOverrides.WithAuthority(PluginStage.Order(), Shop);
    private static readonly OverrideQuestions Questions = new();
    private readonly List<string> asked = [];
    private Result<RemoteState> answer = new RemoteState();

    [Fact]
    public async Task After_ChangeThatOverridesAskedAbout_IsNotAskedTwice()
    {
        var taxed = GenerateTaxes.Decide(Order, new TaxRates { Amounts = new TaxAmounts([], []) }, included: false);

        (await After(Order, taxed)).Value.ShouldBe(taxed);

        asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_OrderWithoutACart_IsNotAsked()
    {
        var order = FixOverrides.WithAuthority(PluginStage.Order() with { CartId = null }, Shop);

        await After(order, order with { Customer = null });

        asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_Refused_IsRefused()
    {
        answer = Problem.Order("address", "Not there.", "platform");

        (await After(Order, Order with { BillingAddress = Order.ShippingAddress })).Problems[0].Message.ShouldBe("Not there.");

        asked.ShouldBe([StateChange.SetBillingAddress]);
    }

    [Fact]
    public async Task After_DiscountsOfTheAuthority_TakeItsAmountsAndGoWithIt()
    {
        var order = Order with { Discounts = [Discount("A", 100, true), Discount("GONE", 100, true), Discount("OWN", 100, false)] };
        answer = new RemoteState { Discounts = [new RemoteDiscount("a", "A", 250), new RemoteDiscount("", "Rule", 30)] };

        var after = (await After(order, order with { Customer = null })).Value;

        after.Discounts.Select(d => (d.Code, d.Value)).ShouldBe([("A", 250m), ("OWN", 100m), ("", 30m)]);
        after.Discounts[^1].Source.ShouldBe(DiscountSources.Cart);
    }

    [Fact]
    public async Task After_LinesOfTheAuthority_KeepTheSelectionByItsCodeAtTheNewAmount()
    {
        var order = Order with { Shipping = new OrderShipping { Selected = new ShippingLine("3", "Sled", 500, "sled") } };
        answer = new RemoteState { ShippingLines = [new ShippingLine("0", "Sled", 700, "sled")] };

        var after = (await After(order, order with { Customer = null })).Value;

        after.Shipping.Selected!.Amount.ShouldBe(700);
    }

    [Fact]
    public void Taxes_OfAllLines_AreSplitByWhatTheyCostAndAddUp()
    {
        var amounts = new TaxAmounts([new Tax("Tax", 100, IsIncluded: false)], [new Tax("Tax", 7, IsIncluded: false)]);

        var taxed = GenerateTaxes.Decide(Order, new TaxRates { Amounts = amounts }, included: false);

        Order.LineItems.Select(line => taxed.Taxes!.Lines[line.Key].Single().Value).ShouldBe([77, 15, 8]);
        (OrderPrice.Of(taxed).Total - OrderPrice.Of(Order).Total).ShouldBe(107);
        TaxedContent.IsTaxed(taxed, Shop).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(-1, false)]
    public async Task Taxes_OfAnOrderThatCostsSomethingElseThere_AreRefused(long difference, bool taxed)
    {
        answer = new RemoteState
        {
            LineTaxes = [new Tax("Tax", 100, IsIncluded: false)],
            Total = OrderPrice.Of(Order).Total + 100 + difference,
        };

        var rates = await new TaxOverride(Calls, Questions, this).For(Order, Shop, Order.ShippingAddress!, CancellationToken.None);

        rates.Succeeded.ShouldBe(taxed);
        if (!taxed)
            rates.Problems[0].SubType.ShouldBe("total_differs");
    }

    [Fact]
    public async Task Taxes_OfWhichTheAuthoritySaysNothing_AreNoAnswer()
    {
        var rates = await new TaxOverride(Calls, Questions, this).For(Order, Shop, Order.ShippingAddress!, CancellationToken.None);

        rates.IsUnavailable.ShouldBeTrue();
    }

    [Fact]
    public async Task Code_BeforeWhichARuleOfTheCartGivesWay_IsAllThatIsTaken()
    {
        var order = Order with { Discounts = [Discount("", 300, true)] };
        answer = new RemoteState { Discounts = [new RemoteDiscount("SNOW", "Snow", 500)] };

        var entered = await new AuthorityCodes(this).Enter(order, Shop, "snow", "id", CancellationToken.None);

        entered.Value.Discounts.Select(d => (d.Code, d.Value)).ShouldBe([("SNOW", 500m)]);
    }

    [Theory]
    [InlineData(250, true)]
    [InlineData(251, false)]
    public async Task Discount_ThatTakesAnotherAmountWhenTheOrderIsPlaced_IsRefused(long amount, bool holds)
    {
        var order = Order with { Discounts = [Discount("A", 250, true)] };
        answer = new RemoteState { Discounts = [new RemoteDiscount("A", "A", amount)] };

        var found = await new AuthorityCodes(this).Confirm(order, Shop, order.Discounts[0], CancellationToken.None);

        found.Succeeded.ShouldBe(holds);
    }

    [Fact]
    public async Task Discounts_WithoutACode_AreEachOneHoweverOftenTheyAreTold()
    {
        answer = new RemoteState { Discounts = [Rule("A", 100), Rule("B", 200), Rule("B", 300)] };
        var once = (await After(Order, Order with { Customer = null })).Value;
        answer = new RemoteState { Discounts = [Rule("B", 210), Rule("A", 110), Rule("B", 310)] };

        var again = (await After(Order, once)).Value;

        once.Discounts.Select(d => (d.Text, d.Value)).ShouldBe([("A", 100m), ("B", 200m), ("B", 300m)]);
        again.Discounts.Select(d => (d.Text, d.Value)).ShouldBe([("A", 110m), ("B", 210m), ("B", 310m)]);
        again.Discounts.Select(d => d.Id).ShouldBe(once.Discounts.Select(d => d.Id));
    }

    [Fact]
    public async Task Rule_ThatHasAnId_IsKnownByItAndNotByItsText()
    {
        answer = new RemoteState { Discounts = [Rule("Sale", 100) with { Id = "7" }, Rule("Sale", 200) with { Id = "8" }] };
        var once = (await After(Order, Order with { Customer = null })).Value;
        answer = new RemoteState { Discounts = [Rule("Big sale", 250) with { Id = "8" }] };

        var again = (await After(Order, once)).Value;

        again.Discounts.ShouldHaveSingleItem().ShouldBe(once.Discounts[1] with { Text = "Big sale", Value = 250 });
    }

    [Fact]
    public async Task Discount_OfAnother_ThatTheAuthorityAnswersAsItWasSent_IsNotTakenTwice()
    {
        var order = Order with { Discounts = [Discount("", 100, false) with { Text = "Plugin" }] };
        answer = new RemoteState { Discounts = [Rule("Plugin", 100), Rule("Own", 50)] };

        var after = (await After(order, order with { Customer = null })).Value;

        after.Discounts.Select(d => (d.Text, d.FromOverride)).ShouldBe([("Plugin", false), ("Own", true)]);
    }

    [Fact]
    public async Task Code_ThatWasEnteredInTheStoresCart_IsOnTheOrderOnce_AndGoesWithIt()
    {
        var order = Order with { Discounts = [Discount("OWN", 100, false)] };
        answer = new RemoteState { Discounts = [new RemoteDiscount("CART", "Cart", 400), new RemoteDiscount("own", "Sent back", 100)] };

        var once = (await After(order, order with { Customer = null })).Value;
        var again = (await After(once, once with { BillingAddress = once.ShippingAddress })).Value;
        answer = new RemoteState { Discounts = [] };
        var gone = (await After(again, again with { BillingAddress = null })).Value;

        once.Discounts.Select(d => (d.Code, d.Value, d.FromOverride)).ShouldBe([("OWN", 100m, false), ("CART", 400m, true)]);
        again.Discounts.ShouldBe(once.Discounts);
        gone.Discounts.Select(d => d.Code).ShouldBe(["OWN"]);
    }

    [Fact]
    public async Task Code_ThatIsToldInParts_TakesAllOfThem()
    {
        answer = new RemoteState { Discounts = [new RemoteDiscount("SNOW", "Line 1", 500), new RemoteDiscount("snow", "Line 2", 70)] };

        var entered = await new AuthorityCodes(this).Enter(Order, Shop, "snow", "id", CancellationToken.None);

        entered.Value.Discounts.ShouldHaveSingleItem().Value.ShouldBe(570);
    }

    [Fact]
    public async Task After_DiscountsLeftOut_Stay_AndEmptyOnesAreNone()
    {
        var order = Order with { Discounts = [Discount("A", 100, true)] };

        answer = new RemoteState();
        (await After(order, order with { Customer = null })).Value.Discounts.ShouldHaveSingleItem();
        answer = new RemoteState { Discounts = [] };
        (await After(order, order with { Customer = null })).Value.Discounts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Lines_LeftOutWhereTheyAreAskedFor_StayThoseOfTheOrder_AndOfAnotherAddressThereAreNone()
    {
        var line = new ShippingLine("0", "Sled", 500, "sled");
        var order = Order with
        {
            Shipping = new OrderShipping { Offered = [line], Available = [line] },
        };
        var lines = new ShippingOverride(Calls, Questions, this);

        var listed = await lines.For(order, Shop, order.ShippingAddress!, CancellationToken.None);
        var elsewhere = await lines.For(order, Shop, order.ShippingAddress! with { City = "Toronto" }, CancellationToken.None);

        listed.Value.ShouldBe([line]);
        elsewhere.IsUnavailable.ShouldBeTrue();
    }

    [Theory]
    [InlineData(AuthorityProtocol.Notices, false, true)]
    [InlineData(AuthorityProtocol.Notices, true, false)]
    [InlineData(AuthorityProtocol.Events, false, false)]
    [InlineData(AuthorityProtocol.MagentoCart, true, false)]
    public void Notices_AreOfOrdersThatNoAuthorityDecidesOn(AuthorityProtocol protocol, bool began, bool told)
    {
        var authority = Shop.RemoteStateAuthority! with { Protocol = protocol };
        var order = began ? Order : PluginStage.Order();

        authority.IsToldOf(order).ShouldBe(told);
        authority.DecidesOn(order).ShouldBe(began && protocol is not AuthorityProtocol.Notices);
        authority.IsToldOf(order with { IsSimple = true }).ShouldBeFalse();
    }

    public Task<Result<RemoteState>> Ask(Order order, Shop shop, ImmutableArray<StateChange> changes, CancellationToken cancellation)
    {
        asked.AddRange(changes.Select(change => change.Name));
        return Task.FromResult(answer);
    }

    public Task<Result<RemoteState>> Estimate(Order order, Address at, Shop shop, string estimate, CancellationToken cancellation) =>
        Ask(order with { ShippingAddress = at }, shop, [new StateChange(estimate)], cancellation);

    public Task<Result<ImmutableArray<string>>> ShortOf(Order order, Shop shop, CancellationToken cancellation) =>
        Task.FromResult<Result<ImmutableArray<string>>>(ImmutableArray<string>.Empty);

    private OverrideCalls Calls => new(new PluginStage(), new CountedStock(), new AskedOnce(), TimeProvider.System);

    private ValueTask<Result<Order>> After(Order before, Order after) =>
        new AskAuthority(this).After(before, after, Shop, CancellationToken.None);

    private static RemoteDiscount Rule(string text, long amount) => new("", text, amount);

    private static OrderDiscount Discount(string code, long value, bool ofAuthority) =>
        new($"id-{code}", code, code, DiscountTarget.Order, AmountKind.Fixed, value) { FromOverride = ofAuthority };
}
