using Checkout.AzureStorage.Tables;
using Microsoft.Extensions.Hosting;

namespace Checkout.AzureStorage;

/// <summary>Creates the tables before the host takes its first request.</summary>
public sealed class StorageSetup(CheckoutTables tables) : IHostedLifecycleService
{
    public Task CreateTables(CancellationToken cancellation) => tables.Create(cancellation);

    public Task StartingAsync(CancellationToken cancellationToken) => CreateTables(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
