using System.Text.Json;
using Checkout.Orders;
using Checkout.Plugins.Calls;
using Checkout.Running;

namespace Checkout.Plugins.Overrides;

/// <summary>
/// Asks the override of an order. One that fails or answers nonsense is a problem of kind Upstream: the
/// built-in rules never take its place by accident.
/// </summary>
public sealed class OverrideCalls(IPluginCalls calls, AskedOnce asked, TimeProvider time)
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>The override of that kind; null means the built-in rules hold.</summary>
    public static OrderOverride? Of(Order order, string kind) => order.Plugins.Overrides.GetValueOrDefault(kind);

    /// <summary>The answer, read; within one change the same question is asked once.</summary>
    /// <param name="read">Answers null for nonsense; so does whatever JSON it cannot read.</param>
    internal async Task<Result<T>> Ask<T>(
        OrderOverride @override,
        string kind,
        byte[] body,
        Func<JsonElement, T?> read,
        CancellationToken cancellation
    )
        where T : class
    {
        var reply = await asked.Get($"{kind} {@override.Url} {Convert.ToBase64String(body)}", () => Post(@override, body, cancellation));
        if (reply.Failure is not null || reply.Body.Length > PluginReply.Limit)
            return Failed(kind);
        try
        {
            using var document = JsonDocument.Parse(
                reply.Body,
                new JsonDocumentOptions
                {
                    AllowTrailingCommas = true,
                    CommentHandling = JsonCommentHandling.Skip,
                    MaxDepth = 32,
                }
            );
            return document.RootElement.ValueKind is JsonValueKind.Object && read(document.RootElement) is { } answer
                ? answer
                : Failed(kind);
        }
        catch (Exception nonsense)
            when (nonsense is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            return Failed(kind);
        }
    }

    private async Task<PluginReply> Post(OrderOverride @override, byte[] body, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            var request = new PluginRequest(@override.Url, @override.PluginUuid ?? "shop", @override.SecretReference, body);
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
