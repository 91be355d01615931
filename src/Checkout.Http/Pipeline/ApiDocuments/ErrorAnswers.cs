using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Http.Frame.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace Checkout.Http.Pipeline.ApiDocuments;

/// <summary>The errors that an operation can answer, each with a body as the code itself writes it.</summary>
internal static class ErrorAnswers
{
    private static readonly (int Status, string Name, string Description, Problem Example)[] Known =
    [
        (401, "Unauthorized", "The credential is missing, wrong or expired.", Refusals.ExpiredJwt),
        (403, "Forbidden", "The API token lacks the scope.", Refusals.MissingScope(Scopes.WriteOrders)),
        (404, "NotFound", "The shop or the order is not known.", Problem.NotFound()),
        (
            412,
            "PreconditionFailed",
            "What is stored is not what If-Match or If-None-Match says.",
            new Problem("The shop document has changed since it was read.", "validation", "if_match", "etag_mismatch")
            {
                Kind = ProblemKind.PreconditionFailed,
            }
        ),
        (413, "TooLarge", "The body is larger than 1 MiB.", BodyReader.TooLarge()),
        (
            422,
            "Invalid",
            "A field is wrong or a rule forbids it; the error names the field.",
            Problem.Invalid("email_address", "email_address is not an e-mail address.", "email_address")
        ),
        (
            429,
            "TooManyRequests",
            "More calls than the shop allows in a second; Retry-After says when to try again.",
            Problem.TooManyRequests()
        ),
        (
            500,
            "Fault",
            "A fault on our side; it is logged.",
            new Problem("Something went wrong on our side.", "order", "public_order_id", "unexpected_error") { Severity = "critical" }
        ),
        (
            503,
            "Upstream",
            "A gateway, an override or the platform is down: try again.",
            new Problem("The payment gateway is not reachable.", "order", "payment", "payment") { Severity = "critical" }
        ),
        (530, "Locked", "Another request holds the order: try again.", Problem.Locked()),
    ];

    /// <summary>Each error once a dialect, where any of its endpoints can answer it; the usual dialect has all of them.</summary>
    public static IEnumerable<(string Name, OpenApiResponse Answer)> Components(EndpointTable table, OpenApiDocument document) =>
        from errors in table.All.Select(e => e.Dialect.Errors).Distinct()
        from known in Known
        where errors.Prefix.Length == 0 || table.All.Any(e => e.Dialect.Errors == errors && CanAnswer(e, known.Status))
        select (
            errors.Prefix + known.Name,
            Answer(document, known.Description, errors.Type.Name, ExampleOf(errors, known.Status, known.Example))
        );

    public static void AddTo(OpenApiResponses answers, Endpoint endpoint, OpenApiDocument document)
    {
        foreach (var (status, name, _, _) in Known.Where(k => CanAnswer(endpoint, k.Status)))
            answers[$"{status}"] = new OpenApiResponseReference(endpoint.Dialect.Errors.Prefix + name, document);
    }

    private static OpenApiResponse Answer(OpenApiDocument document, string description, string schema, JsonNode? example) =>
        new()
        {
            Description = description,
            Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(schema, document), Example = example },
            },
        };

    private static JsonNode? ExampleOf(ErrorShape errors, int status, Problem example)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
            errors.Body(new Refusal([example]) { Status = status }).WriteTo(writer);
        return JsonNode.Parse(bytes.WrittenSpan);
    }

    private static bool CanAnswer(Endpoint endpoint, int status) =>
        status switch
        {
            401 => endpoint.Access.Kind is not (AccessKind.Public or AccessKind.Development),
            403 => endpoint.Access.Scope.Length > 0,
            404 => endpoint.Route.Contains('{', StringComparison.Ordinal),
            412 => endpoint.Access.Kind is AccessKind.Administration && endpoint.Method == HttpMethods.Put,
            413 => endpoint.Request is not null,
            422 => endpoint.Request is not null || !endpoint.Query.IsEmpty || endpoint.Method != HttpMethods.Get,
            429 => endpoint.Access.Kind is not (AccessKind.Public or AccessKind.Development or AccessKind.Administration),
            500 => true,
            503 or 530 => endpoint.Method != HttpMethods.Get,
            _ => false,
        };
}
