using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Simulation.Storage;

internal sealed class SimulatedKeys(Tables tables, Outside outside) : IIdempotencyKeys
{
    public Task<KeyClaim?> Find(string shop, string key, CancellationToken cancellation) =>
        outside.Store(() => tables.Keys.GetValueOrDefault(key));

    public Task<KeyClaim> Claim(
        string shop,
        string key,
        string bodyHash,
        string publicOrderId,
        long orderId,
        CancellationToken cancellation
    ) =>
        outside.Store(() =>
        {
            if (tables.Keys.TryGetValue(key, out var known))
                return known with { IsNew = false };
            return tables.Keys[key] = new KeyClaim(IsNew: true, bodyHash, publicOrderId, orderId);
        });
}

internal sealed class SimulatedCustomers(Tables tables, Outside outside) : ICustomerStore
{
    public Task<CustomerRecord?> Find(string shop, string publicId, CancellationToken cancellation) =>
        outside.Store(() => tables.Customers.GetValueOrDefault(publicId));

    public Task<CustomerRecord?> FindByPlatformId(string shop, string platformId, CancellationToken cancellation) =>
        outside.Store(() => tables.Customers.Values.FirstOrDefault(c => c.PlatformId == platformId));

    public Task Save(string shop, CustomerRecord customer, CancellationToken cancellation) =>
        outside.Store(() =>
        {
            var before = tables.Customers.GetValueOrDefault(customer.PublicId)?.PaymentMethods ?? [];
            return tables.Customers[customer.PublicId] = customer.Owning(
                before.Where(m => customer.PaymentMethods.All(named => named.PublicId != m.PublicId)).Concat(customer.PaymentMethods)
            );
        });

    public Task<bool> Forget(string shop, string publicId, string? platformId, string methodId, CancellationToken cancellation) =>
        outside.Store(() =>
        {
            if (
                tables.Customers.GetValueOrDefault(publicId) is not { } customer
                || customer.PaymentMethods.All(m => m.PublicId != methodId)
            )
                return false;
            tables.Customers[publicId] = customer.Owning(customer.PaymentMethods.Where(m => m.PublicId != methodId));
            return true;
        });
}

internal sealed class SimulatedLookup(Tables tables, Outside outside) : IOrderLookup, IAbandonedCheckouts
{
    public Task Add(Order order, CancellationToken cancellation) => outside.Store(() => tables.Open.Add(order.PublicOrderId));

    public Task Update(Order order, CancellationToken cancellation) =>
        outside.Store(() => order.IsListed ? tables.Open.Add(order.PublicOrderId) : tables.Open.Remove(order.PublicOrderId));

    public Task Repair(Order order, CancellationToken cancellation) => Update(order, cancellation);

    public Task<string?> FindByOrderId(string shop, long orderId, CancellationToken cancellation) =>
        outside.Store(() => tables.AllOrders.FirstOrDefault(o => o.OrderId == orderId)?.PublicOrderId);

    public Task<IReadOnlyList<string>> NewestOpen(string shop, int count, CancellationToken cancellation) =>
        outside.Store<IReadOnlyList<string>>(() => [.. tables.Open.Take(count)]);

    public Task Track(Order order, CancellationToken cancellation) => Task.CompletedTask;

    public Task<bool> IsTracked(Order order, CancellationToken cancellation) => Task.FromResult(false);

    public Task Forget(string shop, string emailAddress, CancellationToken cancellation) => Task.CompletedTask;
}

internal sealed class SimulatedWakeUps(World world, Outside outside) : IWakeUps
{
    private readonly Tables tables = world.Tables;

    public Task Set(WakeUp wakeUp, CancellationToken cancellation) => outside.Store(() => tables.WakeUps[Key(wakeUp)] = wakeUp);

    public Task Clear(WakeUp wakeUp, CancellationToken cancellation) =>
        outside.Store(() =>
        {
            var cleared = tables.WakeUps.Remove(Key(wakeUp));
            world.Watch.Cleared(wakeUp, world.IsLate);
            return cleared;
        });

    public Task<IReadOnlyList<WakeUp>> Due(DateTimeOffset by, int count, CancellationToken cancellation) =>
        outside.Store<IReadOnlyList<WakeUp>>(() =>
            [
                .. tables
                    .WakeUps.Values.Where(w => w.Due <= by)
                    .OrderBy(w => w.Due)
                    .ThenBy(w => w.PublicOrderId, StringComparer.Ordinal)
                    .Take(count),
            ]
        );

    /// <summary>As the table: to the millisecond.</summary>
    private static (string Order, string Kind, long Due, int Attempt) Key(WakeUp wakeUp) =>
        (wakeUp.PublicOrderId, wakeUp.Kind, wakeUp.Due.ToUnixTimeMilliseconds(), wakeUp.Attempt);
}

internal sealed class SimulatedShops(Shop shop) : IShops
{
    public Task<Shop?> Find(string identifier, CancellationToken cancellation) =>
        Task.FromResult(identifier == shop.Identifier ? shop : null);

    public Task<StoredShop?> Load(string identifier, CancellationToken cancellation) =>
        Task.FromResult(identifier == shop.Identifier ? new StoredShop(shop, "1") : null);

    public Task<Result<bool>> Save(Shop shop, string? etag, CancellationToken cancellation) => Task.FromResult<Result<bool>>(false);

    public Task<IReadOnlyList<string>> Identifiers(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>([shop.Identifier]);
}

internal sealed class SimulatedSecrets : ISecrets
{
    private static readonly SecretVersion Key = new("1", "a signing key that is only ever used in a simulation", VirtualStart);

    private static DateTimeOffset VirtualStart => Time.VirtualTime.Start.AddDays(-1);

    public Task<string?> Find(string name, CancellationToken cancellation) => Task.FromResult<string?>(Key.Value);

    public Task<IReadOnlyList<SecretVersion>> Versions(string name, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<SecretVersion>>([Key]);
}

internal sealed class SimulatedEmails : IEmails
{
    public Task<bool> SendRefundNotice(Order order, Shop shop, long amount, string messageId, CancellationToken cancellation) =>
        Task.FromResult(true);

    public Task<bool> SendReceipt(Order order, Shop shop, string messageId, CancellationToken cancellation) => Task.FromResult(true);
}

internal sealed class SimulatedIds(Random chance) : IIdSource
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private long number;

    public string PublicId() =>
        string.Create(
            64,
            chance,
            static (text, chance) =>
            {
                for (var i = 0; i < text.Length; i++)
                    text[i] = Letters[chance.Next(Letters.Length)];
            }
        );

    public string Ulid() => $"01SIM{++number:D21}";

    public long OrderId() => 1_000_000_000_000_000 + ++number;
}
