using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Checkout.Catalog;
using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Checkout.Http.Hosting;

/// <summary>
/// Loads the demo shop at the first start, from a folder with shop.json, products.json and customers.json. The shop's
/// document is written last, so a start that was cut off begins again; once it is there nothing is touched but the links to the
/// demo storefront, which follow this host and port, and yesterday's stock and balances stay.
/// </summary>
public sealed partial class DemoShop(
    string folder,
    HttpSettings settings,
    IShops shops,
    ICatalog catalog,
    ICustomerStore customers,
    IGiftCards giftCards,
    TimeProvider time,
    ILogger<DemoShop> log
) : IHostedService
{
    /// <summary>By reflection, so that what a file leaves out keeps its initial value.</summary>
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var shop = ShopDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "shop.json"), cancellationToken));
        if (!shop.Succeeded)
            throw new InvalidOperationException($"{folder}/shop.json: {shop.Problems[0].Message}");
        var products = await Read<DemoProducts>(folder, "products.json", cancellationToken);
        var people = await Read<DemoCustomers>(folder, "customers.json", cancellationToken);
        if (await shops.Load(shop.Value.Identifier, cancellationToken) is not { } stored)
            await Load(LinkedHere(shop.Value), products, people, cancellationToken);
        else if (LinkedHere(stored.Shop) is var linked && linked.Checkout != stored.Shop.Checkout)
            await shops.Save(linked, stored.ETag, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task Load(Shop shop, DemoProducts products, DemoCustomers people, CancellationToken cancellation)
    {
        foreach (var product in products.Products)
            await catalog.Save(shop.Identifier, product, cancellation);
        foreach (var customer in people.Customers)
            await customers.Save(shop.Identifier, customer, cancellation);
        foreach (var card in people.GiftCards)
            if (await giftCards.Find(shop.Identifier, card.Code, cancellation) is null)
                await giftCards.Issue(
                    shop.Identifier,
                    new GiftCard(card.Code, shop.Currency, card.Balance, ExpiresAt: null, PurchasedAt: time.GetUtcNow()),
                    cancellation
                );
        var saved = await shops.Save(shop, etag: null, cancellation);
        if (!saved.Succeeded)
            throw new InvalidOperationException($"{folder}/shop.json: {saved.Problems[0].Message}");
        Loaded(log, shop.Identifier, products.Products.Length);
    }

    private Shop LinkedHere(Shop shop) =>
        shop with
        {
            Checkout = shop.Checkout with
            {
                ResumableLink = LinkedHere(shop.Checkout.ResumableLink),
                LinkToCart = LinkedHere(shop.Checkout.LinkToCart),
            },
        };

    private string? LinkedHere(string? link) =>
        link is not null && settings.PublicUrl is { } here ? LocalDemo().Replace(link, $"{here}/demo/") : link;

    [GeneratedRegex("^http://localhost:[0-9]+/demo/", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LocalDemo();

    private static async Task<T> Read<T>(string folder, string file, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(Path.Combine(folder, file));
        return await JsonSerializer.DeserializeAsync<T>(stream, Json, cancellation)
            ?? throw new InvalidOperationException($"{folder}/{file} is empty.");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Loaded the demo shop {Shop} with {Products} products")]
    private static partial void Loaded(ILogger log, string shop, int products);
}

internal sealed record DemoProducts(ImmutableArray<Product> Products);

internal sealed record DemoCustomers(ImmutableArray<CustomerRecord> Customers, ImmutableArray<DemoGiftCard> GiftCards);

/// <param name="Balance">Minor units of the shop's currency.</param>
internal sealed record DemoGiftCard(string Code, long Balance);
