using Xunit;

namespace Checkout.Local.Tests.Faults;

/// <summary>A host that the tests of a class kill one after the other: each leaves the next one that lives.</summary>
public sealed class MortalHost : IAsyncLifetime
{
    private readonly Emulator emulator = new();
    private Lane? lane;

    internal Lane Lane => lane!;

    public async Task InitializeAsync()
    {
        await emulator.InitializeAsync();
        lane = await Lane.Start(emulator.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await lane!.DisposeAsync();
        await emulator.DisposeAsync();
    }
}
