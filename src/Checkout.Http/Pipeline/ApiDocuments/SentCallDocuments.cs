using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Checkout.Http.Pipeline.ApiDocuments;

/// <summary>The part <c>webhooks</c> of the API document: what servers are sent, and what is read of their answers.</summary>
internal static class SentCallDocuments
{
    private const string Json = "application/json";

    /// <summary>The calls with their schemas; to be asked for before the document's components are written.</summary>
    public static ImmutableArray<SentShape> Named(IEnumerable<SentCall> calls, WireSchemas schemas)
    {
        // Answers first, all of them: what is read and also sent is described as it is read.
        var read = calls.Select(call => (Call: call, Answer: call.Answer?.Invoke(schemas))).ToList();
        return [.. read.Select(call => new SentShape(call.Call, call.Call.Body(schemas), call.Answer))];
    }

    public static void AddTo(
        OpenApiDocument document,
        ImmutableArray<SentShape> shapes,
        Func<JsonNode, OpenApiDocument, IOpenApiSchema> schema
    )
    {
        document.Webhooks ??= new Dictionary<string, IOpenApiPathItem>(StringComparer.Ordinal);
        foreach (var shape in shapes)
        {
            var item = new OpenApiPathItem();
            item.AddOperation(HttpMethod.Post, Operation(document, shape, schema));
            document.Webhooks[shape.Call.Name] = item;
        }
    }

    private static OpenApiOperation Operation(
        OpenApiDocument document,
        SentShape shape,
        Func<JsonNode, OpenApiDocument, IOpenApiSchema> schema
    )
    {
        var answers = new OpenApiResponses();
        foreach (var (status, meaning) in shape.Call.Answers)
            answers[status] = new OpenApiResponse { Description = meaning };
        if (shape.Answer is { } answer)
            ((OpenApiResponse)answers[shape.Call.Answers[0].Status]).Content = Content(
                schema(answer, document),
                shape.Call.AnswerExample?.Invoke()
            );
        return new OpenApiOperation
        {
            OperationId = shape.Call.Operation,
            Summary = shape.Call.Summary,
            Security = [],
            Parameters = [.. shape.Call.Headers.Select(Header)],
            RequestBody = new OpenApiRequestBody { Required = true, Content = Content(schema(shape.Body, document), shape.Call.Example()) },
            Responses = answers,
        };
    }

    private static Dictionary<string, IOpenApiMediaType> Content(IOpenApiSchema schema, JsonNode? example) =>
        new(StringComparer.Ordinal)
        {
            [Json] = new OpenApiMediaType { Schema = schema, Example = example },
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

internal sealed record SentShape(SentCall Call, JsonObject Body, JsonNode? Answer);
