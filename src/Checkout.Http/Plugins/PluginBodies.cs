using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Plugins;
using Checkout.Plugins.Calls;
using Checkout.Shops;

namespace Checkout.Http.Plugins;

/// <summary>The bodies of events and their answers (docs/contract/plugins.md#event-request).</summary>
public sealed class PluginBodies : IPluginBodies
{
    internal const string Success = "success";
    internal const string Actions = "actions";
    internal const string Type = "type";
    internal const string Data = "data";

    // What an action hangs on an order is nested once more in the order's own document.
    private const int Depth = 32;

    public byte[] Write(Order order, Shop shop, PluginEvent @event, string id) =>
        JsonSerializer.SerializeToUtf8Bytes(PluginEnvelope.Of(order, shop, @event, id), PluginWireJson.Default.PluginEnvelope);

    public PluginAnswer Read(PluginSettings plugin, string @event, PluginReply reply)
    {
        if (reply.Failure is { } failure)
            return Skipped(failure);
        if (reply.Body.Length > PluginReply.Limit)
            return Skipped("The answer is too long.");
        try
        {
            using var document = JsonDocument.Parse(
                reply.Body,
                new JsonDocumentOptions
                {
                    AllowTrailingCommas = true,
                    CommentHandling = JsonCommentHandling.Skip,
                    MaxDepth = Depth,
                }
            );
            return IsText(document.RootElement)
                ? ReadActions(plugin, @event, document.RootElement)
                : Skipped("The answer holds text that is not Unicode.");
        }
        catch (JsonException)
        {
            return Skipped("The answer is not JSON.");
        }

        PluginAnswer Skipped(string why) => Skip(plugin, @event, why);
    }

    private static PluginAnswer ReadActions(PluginSettings plugin, string @event, JsonElement answer)
    {
        if (answer.ValueKind is not JsonValueKind.Object)
            return Skip(plugin, @event, "The answer is not an object.");
        if (answer.TryGetProperty(Success, out var success) && success.ValueKind is not JsonValueKind.Null && !LooseJson.Flag(success))
            return Skip(plugin, @event, "The plugin reported a failure.");
        if (!answer.TryGetProperty(Actions, out var actions))
            return new PluginAnswer(plugin, @event, []);
        if (actions.ValueKind is not JsonValueKind.Array)
            return Skip(plugin, @event, "The actions are not a list.");
        if (actions.GetArrayLength() > PluginAnswer.MostActions)
            return Skip(plugin, @event, $"The answer holds more than {PluginAnswer.MostActions} actions.");

        var read = ImmutableArray.CreateBuilder<AnsweredAction>(actions.GetArrayLength());
        foreach (var action in actions.EnumerateArray())
        {
            if (ReadAction(action) is not { } one)
                return Skip(plugin, @event, "An action has no type.");
            read.Add(one);
        }

        return new PluginAnswer(plugin, @event, read.MoveToImmutable());
    }

    private static AnsweredAction? ReadAction(JsonElement action) =>
        action.ValueKind is JsonValueKind.Object && action.TryGetProperty(Type, out var type) && type.ValueKind is JsonValueKind.String
            ? new AnsweredAction(type.GetString()!, action.TryGetProperty(Data, out var data) ? data.Clone() : default)
            : null;

    private static PluginAnswer Skip(PluginSettings plugin, string @event, string why) => new(plugin, @event, [], why);

    // Half a surrogate pair passes the parser and fails whoever reads it later.
    private static bool IsText(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().All(p => p.Name.Length >= 0 && IsText(p.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(IsText),
                JsonValueKind.String => element.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
