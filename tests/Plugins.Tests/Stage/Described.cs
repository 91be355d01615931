using System.Text.Json.Nodes;
using Checkout.Orders;

namespace Checkout.Plugins.Tests;

/// <summary>Holds what a server hears to the API document.</summary>
internal static class Described
{
    /// <summary>The part of the document that a request is; null of the calls of connectors, which are none.</summary>
    public static string? CallOf(Heard heard)
    {
        if (heard.Headers.TryGetValue("x-bold-topic", out var topic))
            return topic;
        if (
            heard.Text is not ['{', ..]
            || !heard.Headers.GetValueOrDefault("Authorization", "").StartsWith("Signature ", StringComparison.Ordinal)
        )
            return null;
        if (heard.Json is JsonObject body && body.ContainsKey("event_id"))
            return $"event/{heard.Event}";
        var last = heard.Path.Split('/')[^1];
        return OverrideKinds.Has(last) ? $"override/{last}" : null;
    }

    /// <summary>What the document does not say of the request, or says otherwise; empty when it is as described.</summary>
    public static string Faults(Heard heard) =>
        CallOf(heard) is { } call && ApiSchemas.Faults(ApiSchemas.Body(call)["schema"]!, heard.Text) is { Length: > 0 } faults
            ? $"{call}\n{faults}{heard.Text}"
            : "";
}
