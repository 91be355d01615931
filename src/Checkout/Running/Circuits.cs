using System.Collections.Concurrent;

namespace Checkout.Running;

/// <summary>
/// Servers of others that keep failing are left alone for a while, so that nobody waits for them: five failures in a row
/// open the circuit for 60 s (docs/contract/plugins.md#answer). Then one call decides, and no other waits beside it.
/// </summary>
public sealed class Circuits(TimeProvider time)
{
    public const int Failures = 5;
    public static readonly TimeSpan OpenFor = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, Circuit> circuits = new(StringComparer.Ordinal);

    /// <summary>Whether the server may be called; who is let through a circuit that was open says how it went.</summary>
    public bool Lets(string server)
    {
        if (!circuits.TryGetValue(server, out var circuit) || circuit.Failures < Failures)
            return true;
        var now = time.GetUtcNow();
        return now >= circuit.OpenUntil && circuits.TryUpdate(server, circuit with { OpenUntil = now + OpenFor }, circuit);
    }

    public void Succeeded(string server) => circuits.TryRemove(server, out _);

    public void Failed(string server) =>
        circuits.AddOrUpdate(
            server,
            _ => new Circuit(1, time.GetUtcNow() + OpenFor),
            (_, circuit) => new Circuit(circuit.Failures + 1, time.GetUtcNow() + OpenFor)
        );

    /// <summary>The server asked to be left alone until then.</summary>
    public void LeaveAlone(string server, DateTimeOffset until) =>
        circuits.AddOrUpdate(
            server,
            _ => new Circuit(Failures, until),
            (_, circuit) => new Circuit(Math.Max(circuit.Failures, Failures), until)
        );

    /// <summary>When the server may be called again.</summary>
    public DateTimeOffset Until(string server) => circuits.TryGetValue(server, out var circuit) ? circuit.OpenUntil : time.GetUtcNow();

    private sealed record Circuit(int Failures, DateTimeOffset OpenUntil);
}
