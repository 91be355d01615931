using System.Security.Cryptography;
using System.Text;
using Checkout;
using Checkout.Http.Frame.SignIn;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace BigCommerce.Tests;

public sealed class StorefrontClientsTests : IShops
{
    private readonly Dictionary<string, Shop> shops = new(StringComparer.Ordinal);
    private readonly FakeTimeProvider time = new();
    private int readings;

    [Fact]
    public async Task Find_ClientOfANewShop_IsKnownWithinHalfAMinute_AndReadOnceMeanwhile()
    {
        var clients = new StorefrontClients(this, time);
        Add("one", "client-one");
        (await clients.Find("client-one", "token", default))!.Identifier.ShouldBe("one");

        Add("two", "client-two");
        time.Advance(TimeSpan.FromSeconds(29));
        (await clients.Find("client-two", "token", default)).ShouldBeNull();
        readings.ShouldBe(1);

        time.Advance(TimeSpan.FromSeconds(2));
        (await clients.Find("client-two", "token", default))!.Identifier.ShouldBe("two");
        readings.ShouldBe(2);
    }

    [Fact]
    public async Task Find_ClientTakenOffItsShop_IsRefusedAtOnce()
    {
        var clients = new StorefrontClients(this, time);
        Add("one", "client-one");
        await clients.Find("client-one", "token", default);
        shops["one"] = shops["one"] with { StorefrontClients = [] };
        (await clients.Find("client-one", "token", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Find_ClientOfTwoShops_IsTheOneWhoseTokenItIs()
    {
        Add("one", "same");
        shops["two"] = new Shop
        {
            Identifier = "two",
            Name = "two",
            Currency = "CAD",
            StorefrontClients = [new StorefrontClient("same", HashOf("other"))],
        };
        var clients = new StorefrontClients(this, time);
        (await clients.Find("same", "token", default))!.Identifier.ShouldBe("one");
        (await clients.Find("same", "other", default))!.Identifier.ShouldBe("two");
        (await clients.Find("same", "guessed", default)).ShouldBeNull();
    }

    Task<Shop?> IShops.Find(string identifier, CancellationToken cancellation) => Task.FromResult(shops.GetValueOrDefault(identifier));

    Task<StoredShop?> IShops.Load(string identifier, CancellationToken cancellation) => throw new NotSupportedException();

    Task<Result<bool>> IShops.Save(Shop shop, string? etag, CancellationToken cancellation) => throw new NotSupportedException();

    Task<IReadOnlyList<string>> IShops.Identifiers(CancellationToken cancellation)
    {
        readings++;
        return Task.FromResult<IReadOnlyList<string>>([.. shops.Keys]);
    }

    private void Add(string identifier, string client) =>
        shops[identifier] = new Shop
        {
            Identifier = identifier,
            Name = identifier,
            Currency = "CAD",
            StorefrontClients = [new StorefrontClient(client, HashOf("token"))],
        };

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
