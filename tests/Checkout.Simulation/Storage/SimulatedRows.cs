using System.Collections.Immutable;
using Checkout.Letters;
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
    public Task Add(Order order, CancellationToken cancellation) => Update(order, cancellation);

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

    public Task Replace(WakeUp wakeUp, WakeUp by, CancellationToken cancellation) =>
        outside.Store(() =>
        {
            tables.WakeUps.Remove(Key(wakeUp));
            tables.WakeUps[Key(by)] = by;
            world.Watch.Cleared(wakeUp, world.IsLate);
            return by;
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

/// <summary>
/// A mail server that is away now and then, and whose word that it took a letter may be lost. It knows a letter by its id.
/// </summary>
internal sealed class SimulatedLetters(Tables tables, Outside outside, Faults faults) : ILetters
{
    public bool CanSend => true;

    public ImmutableArray<string> Languages => [];

    public string LanguageOf(string locale) => locale;

    public async Task<LetterOutcome> Send(Shop shop, Order? order, Letter letter, string messageId, CancellationToken cancellation)
    {
        await outside.Await();
        if (faults.Happens("mail server away", 100))
            return LetterOutcome.Delayed("away");
        tables.Letters[messageId] = (order!.PublicOrderId, letter);
        tables.Delivered.Add(messageId);
        await outside.Await();
        return faults.Happens("mail server silent", 30) ? LetterOutcome.Delayed("silent") : LetterOutcome.Sent;
    }

    public Task<Result<SentLetter>> Write(Shop shop, Order? order, Letter letter, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public LetterTemplate BuiltIn(LetterKind kind, string language) => throw new NotSupportedException();

    public Task<Result<Shop>> Check(Shop shop, CancellationToken cancellation) => Task.FromResult<Result<Shop>>(shop);
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
