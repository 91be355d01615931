using System.Diagnostics.Metrics;
using Azure.Core.Pipeline;
using Checkout.AzureStorage.Tables;
using Checkout.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.AzureStorage.Tests;

/// <summary>One emulator for all tests; each test has tables of its own.</summary>
public sealed class StorageFixture : IAsyncLifetime
{
    public const string Name = "storage";
    private readonly StorageMeter meter = new(
        new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>()
    );
    private AzuriteProcess? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public async Task InitializeAsync() => azurite = await AzuriteProcess.Start();

    public async Task DisposeAsync() => await azurite!.DisposeAsync();

    public async Task<CheckoutTables> NewTables()
    {
        var tables = Tables($"t{Guid.NewGuid():N}", new HttpClientTransport(new HttpClient(new LimitedConnection())));
        await tables.Create(CancellationToken.None);
        return tables;
    }

    /// <summary>The same tables over a connection that loses answers.</summary>
    public CheckoutTables Over(CheckoutTables tables, HttpPipelineTransport transport) =>
        Tables(tables.Orders.Name[..^"orders".Length], transport);

    private CheckoutTables Tables(string prefix, HttpPipelineTransport transport) =>
        new(new StorageOptions { ConnectionString = ConnectionString, TablePrefix = prefix }, meter, transport);
}

[CollectionDefinition(StorageFixture.Name)]
public sealed class StorageCollection : ICollectionFixture<StorageFixture>;
