using System.Globalization;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.AzureStorage.WakeUps;
using Checkout.Faults;
using Checkout.Stores;

namespace Checkout.AzureStorage.Tests;

/// <summary>Wake-ups of several shops in one table.</summary>
[Collection(StorageFixture.Name)]
public sealed class TableWakeUpsTests(StorageFixture storage) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 30, TimeSpan.Zero);
    private CheckoutTables tables = null!;
    private TableWakeUps wakeUps = null!;

    public async Task InitializeAsync()
    {
        tables = await storage.NewTables();
        wakeUps = new TableWakeUps(tables, new NoCrashPoints());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Due_OfManyShops_ComeOldestFirstBesideWhatIsNotDueYet()
    {
        for (var i = 0; i < 130; i++)
            await wakeUps.Set(Of("busy", $"later{i}", Now.AddMinutes(2 + i)), default);
        await wakeUps.Set(Of("a", "third", Now.AddMinutes(-1)), default);
        await wakeUps.Set(Of("a-b", "first", Now.AddMinutes(-3)), default);
        await wakeUps.Set(Of("busy", "fourth", Now), default);
        await wakeUps.Set(Of("busy", "none", Now.AddSeconds(1)), default);
        await wakeUps.Set(Of("zoo", "fifth", Now) with { Attempt = 2 }, default);
        await wakeUps.Set(new WakeUp("second", WakeUpKinds.OldDeliveries, Now.AddMinutes(-2)), default);

        var due = await wakeUps.Due(Now, 100, default);

        due.Take(3).Select(w => w.PublicOrderId).ShouldBe(["first", "second", "third"]);
        due.Skip(3).Select(w => w.PublicOrderId).ShouldBe(["fourth", "fifth"], ignoreOrder: true);
        (await wakeUps.Due(Now, 2, default)).Select(w => w.PublicOrderId).ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task Due_MoreOfOneShopThanAskedFor_HidesNoOlderOneOfAnother()
    {
        for (var i = 0; i < 250; i++)
            await wakeUps.Set(Of("busy", $"order{i:D3}", Now.AddMinutes(-1000 + i)), default);
        await wakeUps.Set(Of("zoo", "oldest", Now.AddMinutes(-2000)), default);

        var due = await wakeUps.Due(Now, 240, default);

        due.Select(w => w.PublicOrderId).ShouldBe(Enumerable.Range(0, 239).Select(i => $"order{i:D3}").Prepend("oldest"));
    }

    [Fact]
    public async Task Waiting_PageByPage_TellsWhatIsDueAndWhatWasPutOffOnceByTimeInTwoTransactions()
    {
        var expected = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            await wakeUps.Set(Of("mine", $"due{i:D2}", Now.AddMinutes(-20 + i)), default);
            await wakeUps.Set(Of("mine", $"again{i:D2}", Now.AddMinutes(-20 + i).AddHours(i % 2)) with { Attempt = 1 }, default);
            await wakeUps.Set(Of("mine", $"later{i:D2}", Now.AddSeconds(1 + i)), default);
            await wakeUps.Set(Of("other", $"other{i:D2}", Now.AddMinutes(-30)), default);
            expected.AddRange([$"due{i:D2}", $"again{i:D2}"]);
        }

        var told = new List<WakeUp>();
        var asked = new PageRequest(5);
        do
        {
            using var requests = StorageTransactions.Count();
            var page = (await wakeUps.Waiting("mine", Now, asked, default)).Value;
            requests.Transactions.ShouldBeLessThanOrEqualTo(IWaitingWork.MostTransactions);
            told.AddRange(page.Items);
            asked = asked with { After = page.Next };
        } while (asked.After is not null);

        told.Select(w => w.PublicOrderId).ShouldBe(expected, ignoreOrder: true);
        told.Select(w => w.Due).ShouldBeInOrder();
        (await wakeUps.Waiting("nobody", Now, new PageRequest(5), default)).Value.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task WakeUp_OfAnEarlierVersionOfTheProgram_IsDueFoundAndCleared()
    {
        var wakeUp = Of("mine", "order1", Now);
        await Earlier(wakeUp);

        (await wakeUps.Due(Now, 10, default)).ShouldBe([wakeUp]);
        (await wakeUps.Find(wakeUp, default)).ShouldBe(wakeUp);
        await wakeUps.Clear(wakeUp, default);

        (await wakeUps.Due(Now, 10, default)).ShouldBeEmpty();
        (await wakeUps.Find(wakeUp, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Replace_WakeUpOfAnEarlierVersionOfTheProgram_LeavesTheNewOneAlone()
    {
        var wakeUp = Of("mine", "order1", Now);
        var by = wakeUp with { Kind = WakeUpKinds.Outbox };
        await Earlier(wakeUp);

        await wakeUps.Replace(wakeUp, by, default);

        (await wakeUps.Due(Now, 10, default)).ShouldBe([by]);
        (await wakeUps.Waiting("mine", Now, new PageRequest(5), default)).Value.Items.ShouldBe([by]);
    }

    private static WakeUp Of(string shop, string order, DateTimeOffset due) => new(order, WakeUpKinds.Reconcile, due) { Shop = shop };

    /// <summary>The row as it was when partitions were minutes alone.</summary>
    private async Task Earlier(WakeUp wakeUp)
    {
        await wakeUps.Set(wakeUp, default);
        var row = await tables.WakeUps.QueryAsync<TableEntity>().SingleAsync();
        await tables.WakeUps.DeleteEntityAsync(row);
        var shard = wakeUp.PublicOrderId.Sum(c => (int)c) % 4;
        row.PartitionKey = string.Create(CultureInfo.InvariantCulture, $"{wakeUp.Due.UtcDateTime:yyyyMMddHHmm}-{shard}");
        await tables.WakeUps.AddEntityAsync(row);
    }
}
