using System.Text.Json.Nodes;
using Checkout.Http.Dialects.Bold;
using Checkout.Shops;
using Checkout.Webhooks;

namespace Checkout.Http.Pipeline.ApiDocuments;

/// <summary>What subscribers are sent, topic by topic.</summary>
internal static class SentTopics
{
    private static readonly WebhookBodies Bodies = new();

    public static IEnumerable<SentCall> All =>
        WebhookTopic.All.Select(topic => new SentCall(topic.Name, $"Webhook_{topic.Name.Replace('/', '_')}", topic.When)
        {
            Body = schemas => Body(topic.Name, schemas),
            Example = () => Example(topic.Name),
            Answers =
            [
                ("2XX", "The message is taken."),
                ("410", "The server is gone: the webhook is stopped."),
                ("429", "The URL is left alone for as long as Retry-After says."),
            ],
            Headers =
            [
                .. SentCall.StandardHeaders,
                ("x-bold-topic", "The topic."),
                ("x-bold-webhook-id", "As webhook-id."),
                ("x-bold-timestamp", "As webhook-timestamp."),
                ("x-bold-signature", "Base64 of the HMAC-SHA256 of the body."),
            ],
        });

    /// <summary>What the sample tells under <c>data</c> is what every message of the topic tells.</summary>
    private static JsonObject Body(string topic, WireSchemas schemas)
    {
        schemas.OfAnswer(typeof(ApplicationState));
        var told = Example(topic)["data"]!.AsObject();
        var data = new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray([.. told.Select(field => JsonValue.Create(field.Key))]),
            ["properties"] = new JsonObject { ["type"] = SentCall.Constant(told["type"]!.GetValue<string>()) },
        };
        return SentCall.Narrowed(
            schemas.OfAnswer(typeof(WebhookBody)),
            new JsonObject
            {
                ["topic"] = SentCall.Constant(topic),
                ["data"] = new JsonObject { ["allOf"] = new JsonArray(schemas.OfAnswer(typeof(WebhookData)), data) },
                ["application_state"] = schemas.OfAnswer(typeof(ApplicationState)),
            }
        );
    }

    private static JsonObject Example(string topic)
    {
        var order = SamplePayload.Order;
        var body = Bodies.Write(order, SampleNotice.Of(order, topic) with { IsTest = false }, SamplePayload.At);
        return JsonNode.Parse(body[..^1] + Bodies.WriteShared(order) + "}")!.AsObject();
    }
}
