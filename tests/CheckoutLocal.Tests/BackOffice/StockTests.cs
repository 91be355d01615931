using System.Text.Json.Nodes;
using Checkout.Local.Tests.Payments;
using Checkout.Stores;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.BackOffice;

/// <summary>Products and their stock in the hands of the back office; what is sold at the same time is never lost.</summary>
public sealed class StockTests(LocalCheckout checkout) : IClassFixture<LocalCheckout>, IAsyncLifetime
{
    private const string Shop = "stockshop1";
    private const string Products = $"/checkout/shop/{Shop}/products";
    private readonly string sku = $"SKU-{Guid.NewGuid():N}";

    public async Task InitializeAsync()
    {
        await Shopping.Open(checkout, Shop, demo => demo);
        await Put(Product(sku, "Oak board", stock: 10));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Set_SaysWhatWasAndWhatIs_AndIsOnTheListOfMoves()
    {
        await Sell(2);

        var set = await Patch(new { set = 40, reason = "Counted" });

        set.Status.ShouldBe(200, set.Json.ToJsonString());
        (Number(set.Data["was"]), Number(set.Data["stock"]!["on_hand"])).ShouldBe((8, 40));
        var moves = (await Get($"{Products}/{sku}/stock/moves")).Data["moves"]!.AsArray();
        moves.Select(m => (Text(m!["kind"]), Number(m["quantity"]), Number(m["on_hand"]))).ShouldBe([("set", 32, 40), ("sale", -2, 8)]);
        Text(moves[0]!["reason"]).ShouldBe("Counted");
    }

    [Fact]
    public async Task Set_WithWhatWasSeen_SubtractsWhatWasSoldSince()
    {
        await Sell(3);

        var set = await Patch(
            new
            {
                set = 15,
                seen = 10,
                reason = "Delivery of 5",
            }
        );

        Number(set.Data["stock"]!["on_hand"]).ShouldBe(12);
    }

    [Fact]
    public async Task Adjust_ByMoreThanIsThere_IsRefusedAndChangesNothing()
    {
        var refused = await Patch(new { adjust = -11, reason = "Broken" });

        (refused.Status, refused.Field, refused.SubType).ShouldBe((422, "adjust", "insufficient_stock"));
        (await OnHand()).ShouldBe(10);
    }

    [Fact]
    public async Task Adjust_SameKeyTwice_MovesOnce_AndAnotherChangeUnderItIsRefused()
    {
        var key = Guid.NewGuid().ToString("N");
        foreach (var _ in new int[2])
            Number(
                    (
                        await Patch(
                            new
                            {
                                adjust = 5,
                                reason = "Delivery",
                                idempotent_key = key,
                            }
                        )
                    ).Data["stock"]!["on_hand"]
                )
                .ShouldBe(15);

        var other = await Patch(
            new
            {
                adjust = 6,
                reason = "Delivery",
                idempotent_key = key,
            }
        );

        (other.Status, other.Field, other.SubType).ShouldBe((422, "idempotent_key", "idempotency_mismatch"));
        (await OnHand()).ShouldBe(15);
    }

    [Fact]
    public async Task AdjustmentsAndSales_AtOnce_AllCount()
    {
        var changes = Enumerable.Range(0, 16).Select(i => i % 2 == 0 ? Sell(1) : Patch(new { adjust = 1, reason = "Delivery" })).ToList();
        await Task.WhenAll(changes);

        (await OnHand()).ShouldBe(10);
        (await Get($"{Products}/{sku}/stock/moves")).Data["moves"]!.AsArray().Count.ShouldBe(16);
    }

    [Theory]
    [InlineData("""{"set":1,"adjust":1,"reason":"x"}""", "adjust")]
    [InlineData("""{"adjust":1}""", "reason")]
    [InlineData("""{"seen":1,"adjust":1,"reason":"x"}""", "seen")]
    [InlineData("""{"set":-1,"reason":"x"}""", "set")]
    [InlineData("{}", "set")]
    public async Task Change_ThatContradictsItself_IsRefusedByName(string body, string field)
    {
        var refused = await checkout.Send(HttpMethod.Patch, $"{Products}/{sku}/stock", body);

        (refused.Status, refused.Field).ShouldBe((422, field));
    }

    [Fact]
    public async Task Change_OfAProductThatIsNotCounted_IsRefused()
    {
        await Put("""{"sku":"UNCOUNTED","price":1}""");

        var refused = await checkout.Send(HttpMethod.Patch, $"{Products}/UNCOUNTED/stock", """{"set":1,"reason":"x"}""");

        (refused.Status, refused.Field).ShouldBe((422, "track_inventory"));
    }

    [Fact]
    public async Task LowStock_ListsAProductOnceFewAreLeft_UntilItIsRestocked()
    {
        await Patch(new { low_stock_at = 3 });
        (await Skus("?low_stock=true")).ShouldNotContain(sku);

        await Sell(7);
        (await Skus("?low_stock=true")).ShouldContain(sku);

        await Patch(new { adjust = 1, reason = "Found one" });
        (await Skus("?low_stock=true")).ShouldNotContain(sku);
        (await checkout.Service<IStockLedger>().CountLow(Shop, default)).ShouldBe(0);
    }

    [Fact]
    public async Task PutAgain_LeavesTheStock()
    {
        await Sell(4);
        await Put(Product(sku, "Oak board", stock: 99));

        (await OnHand()).ShouldBe(6);
    }

    [Fact]
    public async Task List_PageByPage_ShowsEachProductOnce()
    {
        foreach (var number in Enumerable.Range(1, 5))
            await Put(Product($"PAGED-{number}", $"Bowl {number}", stock: number));

        var seen = new List<string>();
        var next = "";
        do
        {
            var page = await Get($"{Products}?search=paged-&limit=2{next}");
            seen.AddRange(page.Data["products"]!.AsArray().Select(p => Text(p!["sku"])));
            next = page.Data["next"] is { } cursor ? $"&cursor={Text(cursor)}" : "";
        } while (next.Length > 0);

        seen.ShouldBe(["PAGED-1", "PAGED-2", "PAGED-3", "PAGED-4", "PAGED-5"]);
    }

    [Fact]
    public async Task Search_FindsBySkuAndByTheWordsOfTheTitle_AsItIsNow()
    {
        await Put(Product("TITLED-1", "Walnut serving tray", stock: 1));
        (await Skus("?search=titled")).ShouldBe(["TITLED-1"]);
        (await Skus("?search=serving%20tray")).ShouldBe(["TITLED-1"]);

        await Put(Product("TITLED-1", "Cherry plate", stock: 1));
        (await Skus("?search=walnut")).ShouldBeEmpty();
        (await Skus("?search=cherry")).ShouldBe(["TITLED-1"]);
    }

    [Theory]
    [InlineData("?cursor=%C3%A9", "cursor")]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=101", "limit")]
    [InlineData("?low_stock=yes", "low_stock")]
    [InlineData("?low_stock=true&search=x", "low_stock")]
    public async Task List_AskedForWrongly_IsRefusedByName(string query, string field)
    {
        var refused = await Get(Products + query);

        (refused.Status, refused.Field).ShouldBe((422, field));
    }

    [Fact]
    public async Task Delete_TakesItOffTheList_AndAnOpenOrderKeepsItsCopyAndTheStock()
    {
        var shopping = await Shopping.PaidWith(checkout, Shop, Faults.Scene.TestGateway, "tok_visa", sku);

        (await checkout.Send(HttpMethod.Delete, $"{Products}/{sku}")).Status.ShouldBe(200);

        (await checkout.Send(HttpMethod.Get, $"{Products}/{sku}")).Status.ShouldBe(404);
        (await Skus($"?search={sku}")).ShouldBeEmpty();
        (await checkout.Send(HttpMethod.Delete, $"{Products}/{sku}")).Status.ShouldBe(404);
        await shopping.Do("process_order", new JsonObject());
        await Put(Product(sku, "Oak board", stock: 50));
        (await OnHand()).ShouldBe(9);
    }

    private static string Product(string sku, string title, int stock) =>
        $$"""{"sku":"{{sku}}","title":"{{title}}","price":4500,"track_inventory":true,"initial_stock":{{stock}}}""";

    private async Task Put(string product) =>
        (await checkout.Send(HttpMethod.Put, Products, $$"""{"products":[{{product}}]}""")).Status.ShouldBe(200);

    private Task<Answer> Get(string path) => checkout.Send(HttpMethod.Get, path);

    private Task<Answer> Patch(object change) =>
        checkout.Send(HttpMethod.Patch, $"{Products}/{sku}/stock", System.Text.Json.JsonSerializer.Serialize(change));

    private async Task Sell(int units) =>
        (await checkout.Service<IStock>().Move(Shop, sku, $"{Guid.NewGuid():N}{Guid.NewGuid():N}-1", units, default)).ShouldBeTrue();

    private async Task<long> OnHand() => Number((await Get($"{Products}/{sku}")).Data["stock"]!["on_hand"]);

    private async Task<IEnumerable<string>> Skus(string query) =>
        (await Get(Products + query)).Data["products"]!.AsArray().Select(p => Text(p!["sku"]));

    private static long Number(JsonNode? node) => node!.GetValue<long>();

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
