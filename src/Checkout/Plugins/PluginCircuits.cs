using System.Collections.Concurrent;

namespace Checkout.Plugins;

/// <summary>
/// Plugins that keep failing are left alone for a while, so that a checkout does not wait for them:
/// five failures in a row open the circuit for 60 s (reference/wire-contract.md, H5). Then one call decides.
/// </summary>
public sealed class PluginCircuits(TimeProvider time)
{
    public const int Failures = 5;
    public static readonly TimeSpan OpenFor = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, Circuit> circuits = new(StringComparer.Ordinal);

    public bool IsOpen(string plugin) =>
        circuits.TryGetValue(plugin, out var circuit) && circuit.Failures >= Failures && time.GetUtcNow() < circuit.OpenUntil;

    public void Succeeded(string plugin) => circuits.TryRemove(plugin, out _);

    public void Failed(string plugin) => circuits.AddOrUpdate(
        plugin,
        _ => new Circuit(1, time.GetUtcNow() + OpenFor),
        (_, circuit) => new Circuit(circuit.Failures + 1, time.GetUtcNow() + OpenFor));

    private sealed record Circuit(int Failures, DateTimeOffset OpenUntil);
}
