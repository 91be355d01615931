using System.Collections.Immutable;
using System.Security.Cryptography;
using Checkout.Orders;
using Checkout.Plugins.Calls;
using Checkout.Running;
using Checkout.Stores;

namespace Checkout.Plugins.Overrides;

/// <summary>
/// Asks the override of an order. One that fails or answers nonsense is a problem of kind Upstream: the
/// built-in rules never take its place by accident.
/// </summary>
public sealed class OverrideCalls(IPluginCalls calls, IStock stock, AskedOnce asked, TimeProvider time)
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>The override of that kind; null means the built-in rules hold.</summary>
    public static OrderOverride? Of(Order order, string kind) => order.Plugins.Overrides.GetValueOrDefault(kind);

    /// <summary>The answer, read; within one change the same question is asked once.</summary>
    internal async Task<Result<T>> Ask<T>(
        OrderOverride @override,
        string kind,
        OverrideQuestion<T> question,
        CancellationToken cancellation
    )
        where T : class
    {
        var body = question.Body;
        var reply = await asked.Get($"{kind} {@override.Url} {Convert.ToBase64String(body)}", () => Post(@override, body, cancellation));
        return reply.Failure is null && reply.Body.Length <= PluginReply.Limit && question.Read(reply.Body) is { } answer
            ? answer
            : Failed(kind);
    }

    /// <summary>
    /// Units on hand by sku, of the lines that are counted: a storage transaction for each, and none for the same sku within one
    /// change.
    /// </summary>
    internal async Task<ImmutableDictionary<string, long>> OnHand(Order order, CancellationToken cancellation)
    {
        var skus = order.LineItems.Where(line => line.TracksInventory).Select(line => line.Sku).Distinct(StringComparer.Ordinal);
        var counted = await Task.WhenAll(
            skus.Select(async sku =>
                (
                    sku,
                    units: await asked.Get(
                        $"stock {sku}",
                        async () => new Counted(await stock.OnHand(order.ShopIdentifier, sku, cancellation))
                    )
                )
            )
        );
        return counted
            .Where(line => line.units.Units is not null)
            .ToImmutableDictionary(line => line.sku, line => line.units.Units!.Value, StringComparer.Ordinal);
    }

    private sealed record Counted(long? Units);

    private async Task<PluginReply> Post(OrderOverride @override, byte[] body, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            var id = Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16));
            var request = new PluginRequest(id, @override.Url, @override.PluginUuid ?? "shop", @override.SecretReference, body);
            return await calls.Post(request, either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return PluginReply.Failed("No answer in time.");
        }
    }

    private static Problem Failed(string kind) =>
        Problem.Upstream(kind, $"The {kind} override did not answer as it should. Try again.", "override_failed");
}
