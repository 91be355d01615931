using Checkout.Journeys.Reserving;
using Checkout.Orders;
using Checkout.Tests.Orders;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Reserving;

public sealed class TakeStockTests
{
    private readonly CountedStock stock = new() { ["a"] = 5, ["b"] = 1 };
    private readonly Order order = AnOrder.Of(
        Line("1", "a", 2),
        Line("2", "a", 1),
        Line("3", "b", 1),
        Line("4", "c", 9) with
        {
            TracksInventory = false,
        }
    ) with
    {
        ProcessAttempts = 1,
    };

    [Fact]
    public async Task Take_TakesEachCountedVariantOnce()
    {
        (await Take(order)).ShouldBeNull();

        (stock["a"], stock["b"]).ShouldBe((2, 0));
    }

    [Fact]
    public async Task Take_Again_TakesNothingMore()
    {
        await Take(order);

        (await Take(order)).ShouldBeNull();
        (stock["a"], stock["b"]).ShouldBe((2, 0));
    }

    [Fact]
    public async Task GiveBack_OfATryThatFoundUnitsShort_PutsBackWhatItTook()
    {
        stock["b"] = 0;

        (await Take(order))!.SubType.ShouldBe("insufficient_stock");
        (await GiveBack(TakeStock.Owe(order, areAllTaken: false))).OwedStock.ShouldBeNull();

        (stock["a"], stock["b"]).ShouldBe((5, 0));
    }

    [Fact]
    public async Task Take_AfterTheTryWasGivenUp_TakesNothingMore()
    {
        await GiveBack(TakeStock.Owe(order, areAllTaken: false));

        await Take(order);

        (stock["a"], stock["b"]).ShouldBe((5, 1));
    }

    [Fact]
    public async Task Take_OfTheNextTry_TakesUnderItsOwnIds()
    {
        stock["b"] = 0;
        await Take(order);
        await GiveBack(TakeStock.Owe(order, areAllTaken: false));
        stock["b"] = 1;

        (await Take(order with { ProcessAttempts = 2 })).ShouldBeNull();
        (stock["a"], stock["b"]).ShouldBe((2, 0));
    }

    [Fact]
    public async Task GiveBack_LeavesWhatReturnsPutBackBefore()
    {
        await Take(order);

        var returned = order with { LineItems = [order.LineItems[0] with { RestockedQuantity = 2 }, .. order.LineItems[1..]] };
        await GiveBack(TakeStock.Owe(returned, areAllTaken: true));
        await GiveBack(TakeStock.Owe(returned, areAllTaken: true));

        (stock["a"], stock["b"]).ShouldBe((3, 1));
    }

    private Task<Problem?> Take(Order taken) => new TakeStock(stock).Take(taken, default);

    private Task<Order> GiveBack(Order owing) => new TakeStock(stock).GiveBack(owing, default);

    private static LineItem Line(string key, string sku, int quantity) =>
        AnOrder.Line(key, quantity) with
        {
            Sku = sku,
            TracksInventory = true,
        };
}
