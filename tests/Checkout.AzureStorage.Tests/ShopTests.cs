using System.Text;
using Checkout.AzureStorage.Secrets;
using Checkout.AzureStorage.Shops;
using Checkout.AzureStorage.Tables;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace Checkout.AzureStorage.Tests;

[Collection(StorageFixture.Name)]
public sealed class ShopTests(StorageFixture storage) : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(SampleOrder.At);
    private CheckoutTables tables = null!;

    public async Task InitializeAsync() => tables = await storage.NewTables();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Save_OutdatedETag_IsRefused()
    {
        var shops = new TableShops(tables, time);
        (await shops.Save(Shop("one"), etag: null, default)).Value.ShouldBeTrue();
        var stored = await shops.Load("shop1", default);
        (await shops.Save(Shop("two"), stored!.ETag, default)).Value.ShouldBeTrue();
        (await shops.Save(Shop("three"), stored.ETag, default)).Value.ShouldBeFalse();
        (await shops.Load("shop1", default))!.Shop.Name.ShouldBe("two");
        (await shops.Identifiers(default)).ShouldBe(["shop1"]);
    }

    [Fact]
    public async Task Find_LateInItsTime_IsRenewedAtNoCallsCost()
    {
        var (shops, elsewhere) = (new TableShops(tables, time), new TableShops(tables, time));
        await elsewhere.Save(Shop("one"), etag: null, default);
        await shops.Find("shop1", default);
        await elsewhere.Save(Shop("two"), (await elsewhere.Load("shop1", default))!.ETag, default);

        using var requests = StorageTransactions.Count();
        time.Advance(TableShops.CacheTime / 2);
        (await shops.Find("shop1", default))!.Name.ShouldBe("one");
        time.Advance(TableShops.CacheTime / 4);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await shops.Find("shop1", default))!.Name != "two")
            await Task.Delay(TimeSpan.FromMilliseconds(5), patience.Token);
        requests.Transactions.ShouldBe(0);

        time.Advance(TableShops.CacheTime);
        await shops.Find("shop1", default);
        requests.Transactions.ShouldBe(1);
    }

    [Fact]
    public async Task Save_AnswerLost_IsDone()
    {
        await new TableShops(tables, time).Save(Shop("one"), etag: null, default);
        var lossy = new TableShops(storage.Over(tables, new LosesAnswers(1)), time);
        var stored = await lossy.Load("shop1", default);
        (await lossy.Save(Shop("two") with { ApiTokens = [Token('a')] }, stored!.ETag, default)).Value.ShouldBeTrue();
    }

    [Fact]
    public async Task Save_TokenOfAnotherShop_IsRefusedNamingTheFieldUntilThatShopHasItNoMore()
    {
        var shops = new TableShops(tables, time);
        var (one, two) = (
            Shop("one") with
            {
                ApiTokens = [Token('a'), Token('b')],
            },
            Shop("two") with
            {
                Identifier = "shop2",
                ApiTokens = [Token('c'), Token('b')],
            }
        );
        (await shops.Save(one, etag: null, default)).Value.ShouldBeTrue();

        var refused = await shops.Save(two, etag: null, default);

        refused.Problems.ShouldHaveSingleItem().Field.ShouldBe("api_tokens.sha256");
        refused.Problems[0].Message.ShouldContain("token b");
        (await shops.Load("shop2", default)).ShouldBeNull();
        (await shops.Save(one, etag: null, default)).Value.ShouldBeTrue();
        (await shops.Save(one with { ApiTokens = [Token('a')] }, (await shops.Load("shop1", default))!.ETag, default)).Value.ShouldBeTrue();
        (await shops.Save(two, etag: null, default)).Value.ShouldBeTrue();
        (await shops.Save(one, etag: null, default)).Succeeded.ShouldBeFalse();
        (await shops.Identifiers(default)).ShouldBe(["shop1", "shop2"]);
    }

    [Fact]
    public async Task Save_ManyShopsAtOnceWithOneToken_LetsOneHaveIt()
    {
        var saved = await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(i =>
                    new TableShops(tables, time).Save(
                        Shop("any") with
                        {
                            Identifier = $"shop{i}",
                            ApiTokens = [Token('a'), Token((char)('d' + i))],
                        },
                        etag: null,
                        default
                    )
                )
        );

        saved.Count(s => s is { Succeeded: true, Value: true }).ShouldBe(1);
        (await new TableShops(tables, time).Identifiers(default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Save_OutdatedETag_LeavesTheTokensAsTheyAre()
    {
        var shops = new TableShops(tables, time);
        await shops.Save(Shop("one") with { ApiTokens = [Token('a')] }, etag: null, default);
        var stored = await shops.Load("shop1", default);
        await shops.Save(Shop("two") with { ApiTokens = [Token('a')] }, stored!.ETag, default);

        (await shops.Save(Shop("three") with { ApiTokens = [Token('b')] }, stored.ETag, default)).Value.ShouldBeFalse();

        (await shops.Save(Shop("other") with { Identifier = "shop2", ApiTokens = [Token('b')] }, etag: null, default)).Value.ShouldBeTrue();
        (
            await shops.Save(Shop("other") with { Identifier = "shop3", ApiTokens = [Token('a')] }, etag: null, default)
        ).Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task Find_WithinHalfAMinute_CostsNothing()
    {
        var shops = new TableShops(tables, time);
        await new TableShops(tables, time).Save(Shop("one"), etag: null, default);
        await shops.Find("shop1", default);
        await new TableShops(tables, time).Save(Shop("two"), etag: null, default);

        using var requests = StorageTransactions.Count();
        (await shops.Find("shop1", default))!.Name.ShouldBe("one");
        requests.Transactions.ShouldBe(0);
        time.Advance(TableShops.CacheTime);
        (await shops.Find("shop1", default))!.Name.ShouldBe("two");
    }

    [Fact]
    public void Parse_MerchantDocument_TakesWordsAndKeepsWhatItLeavesOut()
    {
        var shop = Parse(
            """
            {"identifier":"shop1","name":"Shop","currency":"CAD",
             "checkout":{"capture":{"mode":"delayed","delay_hours":24}},
             "tax_zones":[{"country":"CA","rates":[{"name":"GST","rate":0.05}]}],
             "discount_codes":[{"code":"TEN","target":"order","kind":"percentage","value":10}]}
            """
        ).Value;
        shop.Checkout.Capture.ShouldBe(new CaptureSettings(CaptureMode.Delayed, 24));
        shop.Checkout.InventoryChecked.ShouldBeTrue();
        shop.TaxZones[0].Rates[0].ShouldBe(new TaxZoneRate("GST", 0.05m));
        shop.TaxZones[0].Provinces.ShouldBeEmpty();
        shop.DiscountCodes[0].Target.ShouldBe(DiscountTarget.Order);
        shop.DiscountCodes[0].Source.ShouldBe("coupon");
        shop.PlatformConnector.ShouldNotBeNull();
        shop.Gateways.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"identifier":"s","name":"n","currency":"CAD","curency_format":"x"}""", "curency_format")]
    [InlineData(
        """{"identifier":"s","name":"n","currency":"CAD","checkout":{"phone_number_requird":true}}""",
        "checkout.phone_number_requird"
    )]
    [InlineData("""{"identifier":"s","name":"n"}""", "currency")]
    [InlineData(
        """{"identifier":"s","name":"n","currency":"CAD","shipping_zones":[{"name":"z","rates":[{"code":"c","amount":1}]}]}""",
        "shipping_zones[0].rates[0].description"
    )]
    [InlineData("""{"identifier":"s","name":"n","currency":"CAD","checkout":{"capture":{"mode":"sometimes"}}}""", "checkout.capture.mode")]
    [InlineData("""{"identifier":"s","name":"n","currency":12}""", "currency")]
    [InlineData("""nothing""", "")]
    public void Parse_MerchantDocumentAtFault_NamesTheField(string document, string field) =>
        Parse(document).Problems.ShouldHaveSingleItem().Field.ShouldBe(field);

    [Fact]
    public async Task ConfigurationSecrets_PlainAndVersioned_AnswerNewestFirst()
    {
        var secrets = new ConfigurationSecrets(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        ["Secrets:plain"] = "p",
                        ["Secrets:signing:0:id"] = "old",
                        ["Secrets:signing:0:value"] = "a",
                        ["Secrets:signing:0:created"] = "2026-01-01T00:00:00Z",
                        ["Secrets:signing:1:id"] = "new",
                        ["Secrets:signing:1:value"] = "b",
                        ["Secrets:signing:1:created"] = "2026-02-01T00:00:00Z",
                        ["Secrets:broken:0:id"] = "x",
                    }
                )
                .Build()
        );
        (await secrets.Find("plain", default)).ShouldBe("p");
        (await secrets.Find("signing", default)).ShouldBe("b");
        (await secrets.Versions("signing", default)).Select(v => v.Id).ShouldBe(["new", "old"]);
        (await secrets.Find("absent", default)).ShouldBeNull();
        (await Should.ThrowAsync<InvalidOperationException>(() => secrets.Find("broken", default))).Message.ShouldContain(
            "Secrets:broken:0:value"
        );
    }

    [Theory]
    [InlineData(null, null, "Storage:ConnectionString")]
    [InlineData("UseDevelopmentStorage=true", "https://a.table.core.windows.net", "not both")]
    [InlineData(null, "http://example.com", "Storage:TableEndpoint")]
    public void StorageOptions_MissingOrWrong_NamesTheSetting(string? connection, string? endpoint, string named)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?> { ["Storage:ConnectionString"] = connection, ["Storage:TableEndpoint"] = endpoint }
            )
            .Build();
        Should.Throw<InvalidOperationException>(() => StorageOptions.From(configuration)).Message.ShouldContain(named);
    }

    private static Result<Shop> Parse(string document) => ShopDocument.Parse(Encoding.UTF8.GetBytes(document));

    private static ApiToken Token(char name) => new(name.ToString(), new string(name, 64), ["*"]);

    private static Shop Shop(string name) =>
        new()
        {
            Identifier = "shop1",
            Name = name,
            Currency = "CAD",
        };
}
