using System.Text.Json.Nodes;
using Checkout.Http.Dialects.Bold;
using Checkout.Shops;
using Microsoft.OpenApi;

namespace Checkout.Http.Pipeline.ApiDocuments;

/// <summary>What subscribers are sent, topic by topic: the part <c>webhooks</c> of the API document.</summary>
internal static class WebhookDocuments
{
    private const string Json = "application/json";

    private static readonly (string Name, string Description)[] Headers =
    [
        ("webhook-id", "The message; the same when it is sent again."),
        ("webhook-timestamp", "Unix seconds of this try."),
        ("webhook-signature", "The signature of Standard Webhooks, or two of them while secrets rotate."),
        ("x-bold-topic", "The topic."),
        ("x-bold-webhook-id", "As webhook-id."),
        ("x-bold-timestamp", "As webhook-timestamp."),
        ("x-bold-signature", "Base64 of the HMAC-SHA256 of the body."),
    ];

    /// <summary>The schemas that the part refers to; to be asked for before the document's components are written.</summary>
    public static void Name(WireSchemas schemas) => schemas.OfAnswer(typeof(WebhookBody));

    public static void AddTo(OpenApiDocument document, Func<JsonNode, OpenApiDocument, IOpenApiSchema> schema)
    {
        document.Webhooks ??= new Dictionary<string, IOpenApiPathItem>(StringComparer.Ordinal);
        foreach (var topic in WebhookTopic.All)
        {
            var body = Body(topic.Name);
            var operation = new OpenApiOperation
            {
                OperationId = $"Webhook_{topic.Name.Replace('/', '_')}",
                Summary = topic.When,
                Security = [],
                Parameters = [.. Headers.Select(Header)],
                RequestBody = new OpenApiRequestBody
                {
                    Required = true,
                    Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
                    {
                        [Json] = new OpenApiMediaType { Schema = schema(body, document) },
                    },
                },
                Responses = new OpenApiResponses
                {
                    ["2XX"] = new OpenApiResponse { Description = "The message is taken." },
                    ["410"] = new OpenApiResponse { Description = "The server is gone: the webhook is stopped." },
                    ["429"] = new OpenApiResponse { Description = "The URL is left alone for as long as Retry-After says." },
                },
            };
            var item = new OpenApiPathItem();
            item.AddOperation(HttpMethod.Post, operation);
            document.Webhooks[topic.Name] = item;
        }
    }

    private static JsonObject Body(string topic) =>
        new()
        {
            ["allOf"] = new JsonArray(
                WireSchemas.Reference(nameof(WebhookBody)),
                new JsonObject
                {
                    ["type"] = "object",
                    ["required"] = new JsonArray("topic", "application_state"),
                    ["properties"] = new JsonObject
                    {
                        ["topic"] = new JsonObject { ["type"] = "string", ["const"] = topic },
                        ["application_state"] = WireSchemas.Reference(nameof(ApplicationState)),
                    },
                }
            ),
        };

    private static IOpenApiParameter Header((string Name, string Description) header) =>
        new OpenApiParameter
        {
            Name = header.Name,
            In = ParameterLocation.Header,
            Required = true,
            Description = header.Description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
}
