using System.Text.Json.Nodes;
using Checkout.Local.Tests.Faults;
using Checkout.Testing;
using Xunit;

namespace Checkout.Local.Tests.Races;

/// <summary>Two hosts on the same tables: what keeps callers apart must hold between processes.</summary>
public sealed class TwoHosts : IAsyncLifetime
{
    private LimitedEmulator? azurite;
    private Lane? lane;
    private HostProcess? other;

    internal Lane Lane => lane!;

    public async Task InitializeAsync()
    {
        azurite = await LimitedEmulator.Start();
        lane = await Lane.Start(azurite.ConnectionString);
        other = await lane.StartAnother();
    }

    public async Task DisposeAsync()
    {
        await other!.DisposeAsync();
        await lane!.DisposeAsync();
        await azurite!.DisposeAsync();
    }

    /// <summary>All at once, every other call at the other host.</summary>
    internal async Task<WireAnswer[]> AtOnce(int count, Func<int, (HttpMethod Method, string Path, JsonNode Body, string Token)> call) =>
        await Task.WhenAll(
            Enumerable
                .Range(0, count)
                .Select(async i =>
                {
                    var (method, path, body, token) = call(i);
                    return i % 2 == 0
                        ? (await lane!.Try(method, path, body, token))!
                        : await Lane.Send(other!.Http, method, path, body, token);
                })
        );
}

[CollectionDefinition(Name)]
public sealed class Races : ICollectionFixture<TwoHosts>
{
    public const string Name = "two hosts";
}
