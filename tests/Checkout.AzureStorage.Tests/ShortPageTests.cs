using Checkout.AzureStorage.Customers;
using Checkout.AzureStorage.Tables;
using Checkout.AzureStorage.WakeUps;
using Checkout.AzureStorage.Webhooks;
using Checkout.Faults;
using Checkout.Orders;
using Checkout.Stores;
using Microsoft.Extensions.Time.Testing;

namespace Checkout.AzureStorage.Tests;

/// <summary>Lists whose pages end before they would cost more than a list may.</summary>
[Collection(StorageFixture.Name)]
public sealed class ShortPageTests(StorageFixture storage) : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 9, 12, 0, 0, TimeSpan.Zero));
    private CheckoutTables tables = null!;

    public async Task InitializeAsync() => tables = await storage.NewTables();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task FindByEmail_AddressOfMany_TellsEachOnceInThreeTransactionsAPage()
    {
        var customers = new TableCustomers(tables);
        for (var i = 0; i < 7; i++)
            await customers.Save("shop1", new CustomerRecord { PublicId = $"customer{i}", EmailAddress = "desk@example.com" }, default);
        await customers.Save("shop1", new CustomerRecord { PublicId = "customer3", EmailAddress = "moved@example.com" }, default);

        var told = await Pages(3, asked => customers.FindByEmail("shop1", "Desk@example.com", asked, default));

        told.Select(customer => customer.PublicId).ShouldBe(from i in Enumerable.Range(0, 7) where i != 3 select $"customer{i}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Deliveries_OfSevenDays_AreToldOnceNewestFirst(bool? wasTaken)
    {
        var deliveries = new TableWebhookDeliveries(tables, new TableWakeUps(tables, new NoCrashPoints()), time);
        var sent = new List<WebhookDelivery>();
        for (var day = 0; day < 7; day += 3)
        for (var i = 0; i < 5; i++)
            sent.Add(Delivery(time.GetUtcNow().AddDays(-day).AddMinutes(-i), failure: i % 2 == 0 ? null : "500"));
        foreach (var delivery in sent)
            await deliveries.Add("shop1", delivery, default);

        var told = await Pages(
            IWebhookDeliveries.MostTransactions,
            asked => deliveries.List("shop1", "webhook1", wasTaken, asked, default)
        );

        told.Select(delivery => delivery.Id).ShouldBe(sent.Where(d => wasTaken is null || wasTaken == d.Failure is null).Select(d => d.Id));
        (await deliveries.Find("shop1", "webhook1", told[0].Id, default))!.Message.Body.ShouldBe("{}");
    }

    [Fact]
    public async Task DeadLetters_PageThatIsFull_IsOneTransaction()
    {
        var outbox = new TableOutbox(tables, new NoCrashPoints());
        for (var i = 0; i < 5; i++)
            await outbox.Bury("shop1", new DeadLetter("order1", Message($"{i}"), "500", time.GetUtcNow()), default);

        using var requests = StorageTransactions.Count();
        (await outbox.DeadLetters("shop1", after: null, 3, default)).Count.ShouldBe(3);

        requests.Transactions.ShouldBe(1);
    }

    private static async Task<IReadOnlyList<T>> Pages<T>(int mostTransactions, Func<PageRequest, Task<PageOf<T>>> read)
    {
        var told = new List<T>();
        var asked = new PageRequest(3);
        do
        {
            using var requests = StorageTransactions.Count();
            var page = await read(asked);
            requests.Transactions.ShouldBeLessThanOrEqualTo(mostTransactions);
            page.Items.Length.ShouldBeLessThanOrEqualTo(asked.Limit);
            told.AddRange(page.Items);
            asked = asked with { After = page.Next };
        } while (asked.After is not null);

        return told;
    }

    private static WebhookDelivery Delivery(DateTimeOffset at, string? failure) =>
        new(Message("message"), "order1", "https://example.com", at) { Failure = failure };

    private static OutboxMessage Message(string id) => new(id, "webhook", "order/created", "webhook1", "{}");
}
