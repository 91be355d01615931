using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Http.Pipeline.ApiDocuments;
using Checkout.Plugins;
using Checkout.Plugins.Actions;
using Checkout.Shops;

namespace Checkout.Http.Plugins;

/// <summary>What plugins are told, event by event, and the actions that they may answer with.</summary>
internal static class SentEvents
{
    private const string Answer = "PluginAnswer";
    private const string Action = "PluginAction";

    public static IEnumerable<SentCall> All =>
        PluginEventNames.All.Select(name => new SentCall($"event/{name}", $"Event_{name}", PluginEventNames.When(name))
        {
            Body = schemas =>
                SentCall.Narrowed(schemas.OfAnswer(typeof(PluginEnvelope)), new JsonObject { ["event"] = SentCall.Constant(name) }),
            Example = () => Example(name),
            Answer = AnswerOf,
            AnswerExample = () =>
                new JsonObject
                {
                    [PluginBodies.Success] = true,
                    [PluginBodies.Actions] = new JsonArray(ExampleOf(PluginActions.Find("add_tag")!)),
                },
            Answers = [("200", "The actions, which are applied in this order; those that are refused are on the order's timeline.")],
            Headers = SentCall.StandardHeaders,
        });

    private static JsonNode Example(string name)
    {
        var @event = new PluginEvent(name)
        {
            Properties =
                name == PluginEventNames.AppHook
                    ? ImmutableDictionary<string, JsonElement>
                        .Empty.Add("hook", JsonElement.Parse("\"points_redeemed\""))
                        .Add("points", JsonElement.Parse("100"))
                    : ImmutableDictionary<string, JsonElement>.Empty,
        };
        var (order, shop) = (SamplePayload.Order, SamplePayload.Shop);
        return JsonNode.Parse(new PluginBodies().Write(order, shop, @event, $"{order.PublicOrderId}-1-{name}-1"))!;
    }

    private static JsonObject AnswerOf(WireSchemas schemas)
    {
        schemas.Named[Answer] = new JsonObject
        {
            ["type"] = "object",
            ["description"] = "What a plugin answers to an event.",
            ["properties"] = new JsonObject
            {
                [PluginBodies.Success] = new JsonObject
                {
                    ["type"] = "boolean",
                    ["description"] = "False says that the plugin failed: it is skipped, whatever actions there are.",
                },
                [PluginBodies.Actions] = new JsonObject
                {
                    ["type"] = "array",
                    ["maxItems"] = PluginAnswer.MostActions,
                    ["items"] = WireSchemas.Reference(Action),
                },
            },
        };
        var mapping = new JsonObject();
        foreach (var action in PluginActions.All)
        {
            schemas.Named[NameOf(action)] = SchemaOf(action, schemas);
            foreach (var name in action.OtherNames.Prepend(action.Name))
                mapping[name] = WireSchemas.Reference(NameOf(action))["$ref"]!.GetValue<string>();
        }

        schemas.Named[Action] = new JsonObject
        {
            ["description"] = "One of the actions, told apart by their type, which may be in upper or lower case.",
            ["oneOf"] = new JsonArray([.. PluginActions.All.Select(action => WireSchemas.Reference(NameOf(action)))]),
            ["discriminator"] = new JsonObject { ["propertyName"] = PluginBodies.Type, ["mapping"] = mapping },
        };
        return WireSchemas.Reference(Answer);
    }

    private static JsonObject SchemaOf(PluginAction action, WireSchemas schemas)
    {
        var data = schemas.OfRequest(action.Data);
        var isNeeded =
            schemas.Named[WireSchemas.NameOf(data)!] is var known && (known.ContainsKey("required") || known.ContainsKey("anyOf"));
        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = $"{action.Effect}. Needs the scope {action.Scope}.",
            ["required"] = isNeeded ? new JsonArray(PluginBodies.Type, PluginBodies.Data) : new JsonArray(PluginBodies.Type),
            ["properties"] = new JsonObject
            {
                [PluginBodies.Type] = new JsonObject
                {
                    ["type"] = "string",
                    ["enum"] = new JsonArray([.. action.OtherNames.Prepend(action.Name).Select(name => JsonValue.Create(name))]),
                },
                [PluginBodies.Data] = data,
            },
            ["examples"] = new JsonArray(ExampleOf(action)),
        };
    }

    private static JsonObject ExampleOf(PluginAction action) =>
        new() { [PluginBodies.Type] = action.Name, [PluginBodies.Data] = JsonNode.Parse(action.Example) };

    /// <summary>add_tag → AddTagAction.</summary>
    private static string NameOf(PluginAction action) =>
        string.Concat(action.Name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Action";
}
