using Checkout.AzureStorage.Catalog;
using Checkout.AzureStorage.GiftCards;
using Checkout.AzureStorage.Tables;
using Checkout.Catalog;
using Checkout.Faults;
using Checkout.Orders;
using Checkout.Stores;
using Microsoft.Extensions.Time.Testing;

namespace Checkout.AzureStorage.Tests.Catalog;

[Collection(StorageFixture.Name)]
public sealed class TableStockTests(StorageFixture storage) : IAsyncLifetime
{
    private const string Sku = "T-shirt #1/red?";
    private readonly FakeTimeProvider time = new(SampleOrder.At);
    private CheckoutTables tables = null!;

    public async Task InitializeAsync()
    {
        tables = await storage.NewTables();
        await Catalog.Save(
            "shop1",
            new Product
            {
                Sku = Sku,
                PlatformId = "p1",
                TrackInventory = true,
                InitialStock = 10,
                Price = 5,
            },
            default
        );
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private TableCatalog Catalog => new(tables, time);

    private TableStock Stock => new(tables, TimeProvider.System, new NoCrashPoints());

    [Fact]
    public async Task Move_FirstTime_IsOneReadAndOneGroupWrite()
    {
        using var requests = StorageTransactions.Count();
        (await Stock.Move("shop1", Sku, "m", 3, default)).ShouldBeTrue();
        requests.Transactions.ShouldBe(2);
        (await Stock.OnHand("shop1", Sku, default)).ShouldBe(7);
    }

    [Fact]
    public async Task Move_AfterALookOrAnotherMove_IsOneGroupWrite()
    {
        var stock = Stock;
        (await stock.OnHand("shop1", Sku, default)).ShouldBe(10);
        using var requests = StorageTransactions.Count();

        (await stock.Move("shop1", Sku, "m", 3, default)).ShouldBeTrue();
        (await stock.Move("shop1", Sku, "n", 2, default)).ShouldBeTrue();

        requests.Transactions.ShouldBe(2);
        (await Stock.OnHand("shop1", Sku, default)).ShouldBe(5);
    }

    [Fact]
    public async Task Move_AfterALookThatIsOld_TakesOnlyWhatIsThere()
    {
        var stock = Stock;
        (await stock.OnHand("shop1", Sku, default)).ShouldBe(10);
        (await Stock.Move("shop1", Sku, "elsewhere", 8, default)).ShouldBeTrue();

        (await stock.Move("shop1", Sku, "too many", 3, default)).ShouldBeFalse();
        (await stock.Move("shop1", Sku, "the rest", 2, default)).ShouldBeTrue();
        (await Stock.OnHand("shop1", Sku, default)).ShouldBe(0);
    }

    [Fact]
    public async Task Move_AfterALookThatFoundTooFew_LooksAgain()
    {
        var stock = Stock;
        (await stock.Move("shop1", Sku, "all", 10, default)).ShouldBeTrue();
        (await stock.OnHand("shop1", Sku, default)).ShouldBe(0);
        (await Stock.Move("shop1", Sku, "all-back", -10, default)).ShouldBeTrue();

        (await stock.Move("shop1", Sku, "all", 10, default)).ShouldBeTrue("it was made before");
        (await stock.Move("shop1", Sku, "again", 4, default)).ShouldBeTrue("they came back elsewhere");
        (await Stock.OnHand("shop1", Sku, default)).ShouldBe(6);
    }

    [Fact]
    public async Task Move_SameIdFiftyTimesAtOnce_TakesOnce()
    {
        // Every caller has a store of its own, as in as many processes: nothing but the table keeps them apart.
        var moved = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Stock.Move("shop1", Sku, "m", 10, default)));
        moved.ShouldAllBe(m => m);
        (await Stock.OnHand("shop1", Sku, default)).ShouldBe(0);
    }

    [Fact]
    public async Task Move_FiftyBuyersOfTenUnits_SellsTenInOneProcess()
    {
        var stock = Stock;
        var moved = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => stock.Move("shop1", Sku, $"m{i}", 1, default)));
        moved.Count(m => m).ShouldBe(10);
        (await stock.OnHand("shop1", Sku, default)).ShouldBe(0);
    }

    [Fact]
    public async Task Move_TwelveBuyersOfTenUnits_SellsTenAcrossProcesses()
    {
        var moved = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Stock.Move("shop1", Sku, $"m{i}", 1, default)));
        moved.Count(m => m).ShouldBe(10);
        (await Stock.OnHand("shop1", Sku, default)).ShouldBe(0);
    }

    [Fact]
    public async Task Move_RepeatedAfterItTookTheLastUnit_IsStillTrue()
    {
        (await Stock.Move("shop1", Sku, "m", 10, default)).ShouldBeTrue();
        (await Stock.Move("shop1", Sku, "m", 10, default)).ShouldBeTrue();
        (await Stock.Move("shop1", Sku, "other", 1, default)).ShouldBeFalse();
        (await Stock.Move("shop1", Sku, "back", -10, default)).ShouldBeTrue();
        (await Stock.OnHand("shop1", Sku, default)).ShouldBe(10);
    }

    [Fact]
    public async Task Move_Back_IsOneGroupWriteAndTheNextMoveTakesItIn()
    {
        await Stock.Move("shop1", Sku, "m", 10, default);
        using (var requests = StorageTransactions.Count())
        {
            await Stock.Move("shop1", Sku, "back", -4, default);
            requests.Transactions.ShouldBe(1);
        }

        (await Stock.Move("shop1", Sku, "back", -4, default)).ShouldBeTrue();
        (await Stock.OnHand("shop1", Sku, default)).ShouldBe(4);
        (await Stock.Move("shop1", Sku, "too many", 5, default)).ShouldBeFalse();
        (await Stock.Move("shop1", Sku, "next", 3, default)).ShouldBeTrue();
        (await Stock.Move("shop1", Sku, "back", -4, default)).ShouldBeTrue();
        (await Stock.OnHand("shop1", Sku, default)).ShouldBe(1);
    }

    [Fact]
    public async Task Move_BackAndForthByManyAtOnce_LosesNoUnit()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Stock.Move("shop1", Sku, $"m{i}", 1, default)));
        var moved = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    i % 2 == 0 ? Stock.Move("shop1", Sku, $"m{i / 2}-back", -1, default) : Stock.Move("shop1", Sku, $"n{i}", 1, default)
                )
        );
        var sold = moved.Where((made, i) => i % 2 == 1 && made).Count();
        (await Stock.OnHand("shop1", Sku, default)).ShouldBe(10 - sold);
    }

    [Fact]
    public async Task Close_MoveThatComesLate_TakesNothing()
    {
        await Stock.Close("shop1", Sku, "m", 4, default);

        (await Stock.Move("shop1", Sku, "m", 4, default)).ShouldBeTrue();
        await Stock.Close("shop1", Sku, "m", 4, default);
        (await Stock.OnHand("shop1", Sku, default)).ShouldBe(10);
    }

    [Fact]
    public async Task Close_MoveThatWasMade_PutsItBackOnce()
    {
        await Stock.Move("shop1", Sku, "m", 4, default);

        await Stock.Close("shop1", Sku, "m", 4, default);
        await Stock.Close("shop1", Sku, "m", 4, default);
        await Stock.Move("shop1", Sku, "m-back", -4, default);

        (await Stock.OnHand("shop1", Sku, default)).ShouldBe(10);
    }

    [Fact]
    public async Task Set_WithUnitsPutBackBefore_IsWhatWasCounted()
    {
        await Stock.Move("shop1", Sku, "m", 3, default);
        await Stock.Move("shop1", Sku, "back", -3, default);
        await Stock.Change("shop1", Sku, new StockChange("count") { SetTo = 6 }, default);
        (await Stock.OnHand("shop1", Sku, default)).ShouldBe(6);
    }

    [Fact]
    public async Task Move_AnswerLost_TakesOnce()
    {
        var stock = new TableStock(storage.Over(tables, new LosesAnswers(1)), TimeProvider.System, new NoCrashPoints());
        (await stock.Move("shop1", Sku, "m", 4, default)).ShouldBeTrue();
        (await Stock.OnHand("shop1", Sku, default)).ShouldBe(6);
    }

    [Fact]
    public async Task OnHand_NotCountedVariant_IsNullAndNeverShort()
    {
        await Catalog.Save("shop1", new Product { Sku = "free" }, default);
        (await Stock.OnHand("shop1", "free", default)).ShouldBeNull();
        (await Stock.Move("shop1", "free", "m", 1_000, default)).ShouldBeTrue();
    }

    [Fact]
    public async Task Save_ProductAgain_LeavesTheCounterAlone()
    {
        await Stock.Move("shop1", Sku, "m", 3, default);
        await Catalog.Save(
            "shop1",
            new Product
            {
                Sku = Sku,
                PlatformId = "p2",
                TrackInventory = true,
                InitialStock = 99,
                Price = 6,
            },
            default
        );
        (await Stock.OnHand("shop1", Sku, default)).ShouldBe(7);
        (await Catalog.FindByPlatformId("shop1", "p2", default))!.Price.ShouldBe(6);
        (await Catalog.FindByPlatformId("shop1", "p1", default)).ShouldBeNull();
        await Stock.Change("shop1", Sku, new StockChange("count") { SetTo = 42 }, default);
        (await Stock.OnHand("shop1", Sku, default)).ShouldBe(42);
    }

    [Fact]
    public async Task FindBySku_WithinAMinute_CostsNothingAndThenOneTransaction()
    {
        var catalog = Catalog;
        (await catalog.FindBySku("shop1", Sku, default))!.Price.ShouldBe(5);
        await Catalog.Save("shop1", new Product { Sku = Sku, Price = 8 }, default);

        using var cached = StorageTransactions.Count();
        (await catalog.FindBySku("shop1", Sku, default))!.Price.ShouldBe(5);
        cached.Transactions.ShouldBe(0);

        time.Advance(TableCatalog.CacheTime);
        using var fresh = StorageTransactions.Count();
        (await catalog.FindBySku("shop1", Sku, default))!.Price.ShouldBe(8);
        fresh.Transactions.ShouldBe(1);
    }

    [Fact]
    public async Task GiftCardMove_Repeated_TakesOnceAndNeverMoreThanTheBalance()
    {
        var cards = new TableGiftCards(tables, TimeProvider.System, new NoCrashPoints());
        var card = new GiftCard("CODE-1", "CAD", 5000, SampleOrder.At.AddYears(1), SampleOrder.At);
        await cards.Issue("shop1", card, default);
        (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => cards.Move("shop1", "CODE-1", "pay", 4000, default)))).ShouldAllBe(m => m);
        await cards.Issue("shop1", card, default);

        var found = (await cards.Find("shop1", "CODE-1", default))!;
        found.ShouldBe(card with { Balance = 1000, InitialAmount = 5000, IssuedAt = found.IssuedAt });
        (await cards.Moved("shop1", "CODE-1", "pay", default)).ShouldBe(4000);
        (await cards.Moved("shop1", "CODE-1", "never", default)).ShouldBeNull();
        (await cards.Move("shop1", "CODE-1", "more", 1001, default)).ShouldBeFalse();
        (await cards.Move("shop1", "CODE-2", "more", 1, default)).ShouldBeFalse();
        (await cards.Move("shop1", "CODE-1", "refund", -4000, default)).ShouldBeTrue();
        (await cards.Find("shop1", "CODE-1", default))!.Balance.ShouldBe(5000);
    }
}
