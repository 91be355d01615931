using Checkout.Journeys.Reserving;
using Checkout.Orders;
using Checkout.Tests.Orders;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Reserving;

public sealed class TakeStockTests
{
    private readonly CountedStock stock = new() { ["a"] = 5, ["b"] = 1 };
    private readonly Order order = AnOrder.Of(Line("1", "a", 2), Line("2", "a", 1), Line("3", "b", 1), Line("4", "c", 9) with { TracksInventory = false }) with { ProcessAttempts = 1 };

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

        (await Take(order, resumed: true)).ShouldBeNull();
        (stock["a"], stock["b"]).ShouldBe((2, 0));
    }

    [Fact]
    public async Task Take_WhatIsShort_PutsTheRestBack()
    {
        stock["b"] = 0;

        (await Take(order))!.SubType.ShouldBe("insufficient_stock");
        (stock["a"], stock["b"]).ShouldBe((5, 0));
    }

    [Fact]
    public async Task Take_OfATryThatHadBegunToPutBack_FailsAndFinishesPuttingBack()
    {
        await Take(order);
        await stock.Move("demoshop01", "a", $"{order.PublicOrderId}-1-back", -3, default);

        (await Take(order, resumed: true))!.SubType.ShouldBe("insufficient_stock");
        (stock["a"], stock["b"]).ShouldBe((5, 1));
    }

    [Fact]
    public async Task Take_OfTheNextTry_TakesUnderItsOwnIds()
    {
        stock["b"] = 0;
        await Take(order);
        stock["b"] = 1;

        (await Take(order with { ProcessAttempts = 2 })).ShouldBeNull();
        (stock["a"], stock["b"]).ShouldBe((2, 0));
    }

    [Fact]
    public async Task PutBack_LeavesWhatReturnsPutBackBefore()
    {
        await Take(order);

        await new TakeStock(stock).PutBack(order with { LineItems = [order.LineItems[0] with { RestockedQuantity = 2 }, .. order.LineItems[1..]] }, default);

        (stock["a"], stock["b"]).ShouldBe((3, 1));
    }

    private Task<Problem?> Take(Order taken, bool resumed = false) => new TakeStock(stock).Take(taken, resumed, default);

    private static LineItem Line(string key, string sku, int quantity) => AnOrder.Line(key, quantity) with { Sku = sku, TracksInventory = true };
}
