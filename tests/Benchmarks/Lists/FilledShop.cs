using System.Diagnostics.Metrics;
using Azure.Core.Pipeline;
using Checkout.AzureStorage;
using Checkout.AzureStorage.Catalog;
using Checkout.AzureStorage.Customers;
using Checkout.AzureStorage.GiftCards;
using Checkout.AzureStorage.Orders;
using Checkout.AzureStorage.Tables;
using Checkout.AzureStorage.WakeUps;
using Checkout.AzureStorage.Webhooks;
using Checkout.Catalog;
using Checkout.Faults;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Stores;
using Checkout.Testing.Tables;
using Checkout.Viewing;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Benchmarks.Lists;

/// <summary>
/// A shop with as many orders, customers, gift cards, counted products, due wake-ups, dead letters and deliveries as one likes,
/// written by the product's own stores, so that the rows are those that it reads.
/// </summary>
internal sealed class FilledShop : IDisposable
{
    private const string Shop = "shop1";
    private const string ShopWithoutWork = "shop2";
    private const string Webhook = "webhook1";
    private static readonly DateTimeOffset Start = OrderQueries.Start;
    private static readonly PageRequest First = new(50);

    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly SortedTables sorted = new();
    private readonly HttpClient http;
    private readonly int count;
    private readonly TableOrderLookup lookup;
    private readonly TableOrderList orders;
    private readonly TableCustomers customers;
    private readonly TableGiftCards cards;
    private readonly TableCatalog catalog;
    private readonly TableWakeUps wakeUps;
    private readonly TableOutbox outbox;
    private readonly TableWebhookDeliveries deliveries;
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();

    private FilledShop(int count)
    {
        this.count = count;
        http = new HttpClient(sorted);
        var tables = new CheckoutTables(
            new StorageOptions { ConnectionString = SortedTables.ConnectionString },
            new StorageMeter(services.GetRequiredService<IMeterFactory>()),
            new HttpClientTransport(http)
        );
        var crash = new NoCrashPoints();
        lookup = new TableOrderLookup(tables, crash, TimeProvider.System);
        orders = new TableOrderList(tables);
        customers = new TableCustomers(tables);
        cards = new TableGiftCards(tables, TimeProvider.System, crash);
        catalog = new TableCatalog(tables, TimeProvider.System);
        wakeUps = new TableWakeUps(tables, crash);
        outbox = new TableOutbox(tables, crash);
        deliveries = new TableWebhookDeliveries(tables, wakeUps, TimeProvider.System);
    }

    public int Rows => sorted.Rows;

    public static async Task<FilledShop> With(int count)
    {
        var shop = new FilledShop(count);
        for (var i = 0; i < count; i++)
            await shop.Add(i);
        return shop;
    }

    /// <summary>Of every list, and every search for what is in the middle of it.</summary>
    public IEnumerable<FirstPage> Pages()
    {
        // Every fourth order is open, so this one is placed.
        var middle = (count / 2) | 1;
        foreach (var (name, query) in OrderQueries.Around(Placed(Begun(middle))))
            yield return Orders(name, query);
        yield return new FirstPage("customers", async () => (await customers.List(Shop, First, default)).Items.Length);
        yield return new FirstPage(
            "customer by e-mail address",
            async () => (await customers.FindByEmail(Shop, EmailOf(middle), First, default)).Items.Length
        );
        yield return new FirstPage("gift cards", async () => (await cards.List(Shop, First, default)).Items.Length);
        yield return new FirstPage(
            "gift card by last four",
            async () => (await cards.ListByLastFour(Shop, GiftCardCode.LastFour(CodeOf(middle)), First, default)).Items.Length
        );
        yield return new FirstPage(
            "gift card by e-mail address",
            async () => (await cards.ListByEmail(Shop, EmailOf(middle), First, default)).Items.Length
        );
        yield return new FirstPage("products", async () => (await catalog.List(Shop, First, default)).Items.Length);
        yield return new FirstPage("product by sku", async () => (await catalog.Search(Shop, SkuOf(middle), First, default)).Items.Length);
        yield return new FirstPage("product by title", async () => (await catalog.Search(Shop, "shirt", First, default)).Items.Length);
        yield return new FirstPage("dead letters", async () => (await outbox.DeadLetters(Shop, after: null, First.Limit, default)).Count);
        yield return Deliveries("deliveries", wasTaken: null);
        yield return Deliveries("deliveries, status of all", wasTaken: true);
        yield return Deliveries("deliveries, status of none", wasTaken: false);
        yield return Work("open work", Shop);
        yield return Work("open work of a shop without any", ShopWithoutWork);
    }

    public void Dispose()
    {
        http.Dispose();
        sorted.Dispose();
        services.Dispose();
    }

    private async Task Add(int i)
    {
        var begun = Begun(i);
        await lookup.Add(begun, default);
        if (i % 4 != 0)
            await lookup.Update(Placed(begun), default);
        await customers.Save(
            Shop,
            new CustomerRecord
            {
                PublicId = $"customer{i}",
                PlatformId = $"{i}",
                FirstName = "Jane",
                LastName = "Doe",
                EmailAddress = EmailOf(i),
                CreatedAt = begun.CreatedAt,
            },
            default
        );
        await cards.Issue(
            Shop,
            new GiftCard(CodeOf(i), "CAD", 5000, ExpiresAt: null, begun.CreatedAt),
            claim: CodeOf(i),
            request: "",
            EmailOf(i),
            default
        );
        await catalog.Save(
            Shop,
            new Product
            {
                Sku = SkuOf(i),
                PlatformId = $"{i}",
                ProductTitle = "T-shirt",
                Title = $"Shirt {i}",
                Price = 1000,
                TrackInventory = true,
                InitialStock = 10,
            },
            default
        );
        await wakeUps.Set(WakeUp.Of(begun, WakeUpKinds.Outbox, begun.CreatedAt), default);
        var message = new OutboxMessage($"{i:D10}", "webhook", "order/created", Webhook, "{}") { CreatedAt = begun.CreatedAt };
        await outbox.Bury(Shop, new DeadLetter(begun.PublicOrderId, message, "410", begun.CreatedAt), default);
        await deliveries.Add(Shop, new WebhookDelivery(message, begun.PublicOrderId, "https://example.com", now.AddSeconds(-i)), default);
    }

    private FirstPage Orders(string name, OrderQuery query) =>
        new(name, async () => (await orders.Find(Shop, query, First, default)).Value.Items.Length);

    private FirstPage Deliveries(string name, bool? wasTaken) =>
        new(name, async () => (await deliveries.List(Shop, Webhook, wasTaken, First, default)).Items.Length);

    private FirstPage Work(string name, string shop)
    {
        var work = new WorkList(wakeUps, outbox, TimeProvider.System);
        return new FirstPage(name, async () => (await work.Page(shop, First, default)).Value.Items.Length);
    }

    private static Order Begun(int i) =>
        new()
        {
            PublicOrderId = $"{i:D64}",
            ShopIdentifier = Shop,
            OrderId = 1_770_000_000_000_000 + (i * 1000L),
            Currency = new OrderCurrency("CAD"),
            CreatedAt = Start.AddMinutes(i),
            Version = 1,
            Customer = new Customer
            {
                FirstName = "Jane",
                LastName = "Doe",
                EmailAddress = EmailOf(i),
            },
            LineItems =
            [
                new LineItem
                {
                    Key = "a",
                    Id = "1",
                    Sku = SkuOf(i),
                    Quantity = 2,
                    Price = 1000,
                },
            ],
        };

    private static Order Placed(Order order) =>
        order with
        {
            Status = OrderStatus.Processed,
            ProcessedAt = order.CreatedAt.AddSeconds(30),
            PlatformOrderId = $"P{order.OrderId}",
            Version = 2,
        };

    private static string EmailOf(int i) => $"shopper{i}@example.com";

    private static string CodeOf(int i) => $"GIFT-{i:D8}";

    private static string SkuOf(int i) => $"SHIRT-{i:D8}";
}
