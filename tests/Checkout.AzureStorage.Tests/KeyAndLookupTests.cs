using Checkout.AzureStorage.CreateOrder;
using Checkout.AzureStorage.Customers;
using Checkout.AzureStorage.Discounts;
using Checkout.AzureStorage.Orders;
using Checkout.AzureStorage.Tables;
using Checkout.AzureStorage.WakeUps;
using Checkout.Faults;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.AzureStorage.Tests;

[Collection(StorageFixture.Name)]
public sealed class KeyAndLookupTests(StorageFixture storage) : IAsyncLifetime
{
    private readonly NoCrashPoints crash = new();
    private CheckoutTables tables = null!;

    public async Task InitializeAsync() => tables = await storage.NewTables();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Claim_TwentyCallersAtOnce_ExactlyOneIsNewAndAllHearTheSameOrder()
    {
        var keys = new TableIdempotencyKeys(tables, crash);
        var claims = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => keys.Claim("shop1", "key/#?", "hash", $"order{i}", i, default))
        );
        var winner = claims.Where(c => c.IsNew).ShouldHaveSingleItem();
        claims.ShouldAllBe(c => c.PublicOrderId == winner.PublicOrderId && c.OrderId == winner.OrderId);
        (await keys.Find("shop1", "key/#?", default)).ShouldBe(winner with { IsNew = false });
        (await keys.Find("shop2", "key/#?", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Claim_NewKey_IsOneTransactionAndSurvivesALostAnswer()
    {
        using var requests = StorageTransactions.Count();
        await new TableIdempotencyKeys(tables, crash).Claim("shop1", "a", "hash", "order1", 1, default);
        requests.Transactions.ShouldBe(1);

        var lossy = new TableIdempotencyKeys(storage.Over(tables, new LosesAnswers(1)), crash);
        (await lossy.Claim("shop1", "b", "hash", "order2", 2, default)).IsNew.ShouldBeTrue();
    }

    [Fact]
    public async Task NewestOpen_OpenAndClosedOrders_ListsTheNewestOpenInOneTransaction()
    {
        var lookup = new TableOrderLookup(tables, crash, TimeProvider.System);
        var orders = Enumerable.Range(1, 5).Select(i => SampleOrder.New(SampleOrder.New().OrderId + (i * 1000))).ToList();
        foreach (var order in orders)
            await lookup.Add(order, default);
        var closed = orders[4] with { Status = OrderStatus.Processed, Version = orders[4].Version + 1 };
        await lookup.Update(closed, default);
        await lookup.Update(closed, default);

        using var requests = StorageTransactions.Count();
        (await lookup.NewestOpen("shop1", 2, default)).ShouldBe([orders[3].PublicOrderId, orders[2].PublicOrderId]);
        (await lookup.FindByOrderId("shop1", closed.OrderId, default)).ShouldBe(closed.PublicOrderId);
        requests.Transactions.ShouldBe(2);
        (await lookup.FindByOrderId("shop2", closed.OrderId, default)).ShouldBeNull();
        (await lookup.FindByOrderId("shop1", -1, default)).ShouldBeNull();
    }

    [Fact]
    public async Task AbandonedCheckouts_ShopperBuys_ForgetsAllOrdersOfTheAddress()
    {
        var abandoned = new TableAbandonedCheckouts(tables);
        var mine = SampleOrder.New() with { Customer = new Customer { EmailAddress = "A@example.com" } };
        var other = SampleOrder.New(5) with { Customer = new Customer { EmailAddress = "b@example.com" } };
        await abandoned.Track(mine, default);
        await abandoned.Track(other, default);
        await abandoned.Forget("shop1", "a@example.com ", default);
        (await abandoned.IsTracked(mine, default)).ShouldBeFalse();
        (await abandoned.IsTracked(other, default)).ShouldBeTrue();
    }

    [Fact]
    public async Task Due_ManyWakeUps_ComeOldestFirstAndNoneEarly()
    {
        var wakeUps = new TableWakeUps(tables, crash);
        int[] seconds = [95, 3, 59, 61, 0, 200, 58, 1];
        foreach (var second in seconds)
            await wakeUps.Set(new WakeUp($"order{second}", WakeUpKinds.Reconcile, SampleOrder.At.AddSeconds(second)), default);

        using var requests = StorageTransactions.Count();
        var due = await wakeUps.Due(SampleOrder.At.AddSeconds(100), 6, default);
        requests.Transactions.ShouldBe(2);
        due.Select(w => w.PublicOrderId).ShouldBe(["order0", "order1", "order3", "order58", "order59", "order61"]);
        due[0].Due.ShouldBe(SampleOrder.At);
        (await wakeUps.Due(SampleOrder.At.AddSeconds(1), 6, default)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Clear_PutOffWithinTheSameMinute_LeavesTheLaterOne()
    {
        var wakeUps = new TableWakeUps(tables, crash);
        var first = new WakeUp("order1", WakeUpKinds.Outbox, SampleOrder.At);
        var again = first with { Due = SampleOrder.At.AddSeconds(2), Attempt = 1 };
        await wakeUps.Set(first, default);
        await wakeUps.Set(first, default);
        await wakeUps.Set(again, default);
        await wakeUps.Clear(first, default);
        await wakeUps.Clear(first, default);
        (await wakeUps.Due(SampleOrder.At.AddHours(1), 10, default)).ShouldBe([again]);
    }

    [Fact]
    public async Task Use_LimitedCode_HoldsBothLimitsUnderParallelCallers()
    {
        var uses = new TableDiscountUses(tables, TimeProvider.System, crash);
        var used = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => uses.Use("shop1", "TEN%", $"order{i}", $"mail{i}", 3, 1, default))
        );
        used.Count(u => u).ShouldBe(3);
        (await uses.Count("shop1", "TEN%", emailHash: null, default)).ShouldBe(3);

        var order = Array.IndexOf(used, true);
        (await uses.Use("shop1", "TEN%", $"order{order}", $"mail{order}", 3, 1, default)).ShouldBeTrue();
        await uses.Release("shop1", "TEN%", $"order{order}", $"mail{order}", default);
        await uses.Release("shop1", "TEN%", $"order{order}", $"mail{order}", default);
        (await uses.Count("shop1", "TEN%", emailHash: null, default)).ShouldBe(2);
        (await uses.Count("shop1", "TEN%", $"mail{order}", default)).ShouldBe(0);

        var other = Array.LastIndexOf(used, true);
        (await uses.Use("shop1", "TEN%", "new", $"mail{other}", 3, 1, default)).ShouldBeFalse();
        (await uses.Use("shop1", "TEN%", "new", "fresh", 3, 1, default)).ShouldBeTrue();
    }

    [Fact]
    public async Task Customers_Saved_AreFoundEitherWayInOneTransaction()
    {
        var customers = new TableCustomers(tables);
        var customer = new CustomerRecord
        {
            PublicId = "public1",
            PlatformId = "gid://shop/1",
            PaymentMethods =
            [
                new SavedPaymentMethod
                {
                    PublicId = "m",
                    GatewayPublicId = "g",
                    Token = "t",
                },
            ],
        };
        await customers.Save("shop1", customer, default);
        using var requests = StorageTransactions.Count();
        (await customers.FindByPlatformId("shop1", "gid://shop/1", default))!.PaymentMethods[0].ShouldBe(customer.PaymentMethods[0]);
        requests.Transactions.ShouldBe(1);
        (await customers.Find("shop1", "public1", default))!.SavedAddresses.ShouldBeEmpty();
        (await customers.Find("shop2", "public1", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Customers_WhoseIdsBeginAlike_DoNotMix()
    {
        var customers = new TableCustomers(tables);
        foreach (var id in new[] { "1", "12", "1|", "1~" })
            await customers.Save(
                "alike",
                new CustomerRecord
                {
                    PublicId = id,
                    PlatformId = id,
                    PaymentMethods =
                    [
                        new SavedPaymentMethod
                        {
                            PublicId = "of" + id,
                            GatewayPublicId = "g",
                            Token = "t",
                        },
                    ],
                },
                default
            );
        foreach (var id in new[] { "1", "12", "1|", "1~" })
        {
            (await customers.Find("alike", id, default))!.PaymentMethods.ShouldHaveSingleItem().PublicId.ShouldBe("of" + id);
            (await customers.FindByPlatformId("alike", id, default))!.PublicId.ShouldBe(id);
        }
    }

    [Fact]
    public async Task Customers_MethodForgotten_IsGoneEitherWay_AndTheRestStays()
    {
        var customers = new TableCustomers(tables);
        var customer = new CustomerRecord
        {
            PublicId = "forgets",
            PlatformId = "77",
            FirstName = "Kim",
            DefaultPaymentMethodId = "a",
            PaymentMethods = [Method("a"), Method("b")],
        };
        await customers.Save("shop1", customer, default);
        using (var requests = StorageTransactions.Count())
        {
            (await customers.Forget("shop1", "forgets", "77", "a", default)).ShouldBeTrue();
            requests.Transactions.ShouldBe(1);
        }

        (await customers.Forget("shop1", "forgets", "77", "a", default)).ShouldBeFalse();
        (await customers.Forget("shop1", "public1", null, "b", default)).ShouldBeFalse();
        await customers.Save("shop1", customer with { FirstName = "Jo", PaymentMethods = [Method("c")] }, default);
        foreach (
            var found in new[]
            {
                await customers.Find("shop1", "forgets", default),
                await customers.FindByPlatformId("shop1", "77", default),
            }
        )
        {
            found!.PaymentMethods.Select(m => m.PublicId).ShouldBe(["b", "c"]);
            (found.FirstName, found.DefaultPaymentMethodId).ShouldBe(("Jo", null));
        }

        static SavedPaymentMethod Method(string id) =>
            new()
            {
                PublicId = id,
                GatewayPublicId = "g",
                Token = "t",
            };
    }
}
