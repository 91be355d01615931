using Checkout.Testing;
using Xunit;

namespace Checkout.Local.Tests.Faults;

/// <summary>The table emulator of a test class.</summary>
public sealed class Emulator : IAsyncLifetime
{
    private LimitedEmulator? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public async Task InitializeAsync() => azurite = await LimitedEmulator.Start();

    public async Task DisposeAsync() => await azurite!.DisposeAsync();
}
