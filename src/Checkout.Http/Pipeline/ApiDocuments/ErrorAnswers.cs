using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Http.Dialects;
using Checkout.Http.Dialects.BigCommerce;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Http.Frame.SignIn;
using Checkout.Http.Hosting;
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
        (412, "PreconditionFailed", "What is stored is not what If-Match or If-None-Match says.", new Problem("The shop document has changed since it was read.", "validation", "if_match", "etag_mismatch") { Kind = ProblemKind.PreconditionFailed }),
        (413, "TooLarge", "The body is larger than 1 MiB.", BodyReader.TooLarge()),
        (422, "Invalid", "A field is wrong or a rule forbids it; the error names the field.", Problem.Invalid("email_address", "email_address is not an e-mail address.", "email_address")),
        (429, "TooManyRequests", "More calls than the shop allows in a second; Retry-After says when to try again.", Problem.TooManyRequests()),
        (500, "Fault", "A fault on our side; it is logged.", new Problem("Something went wrong on our side.", "order", "public_order_id", "unexpected_error") { Severity = "critical" }),
        (503, "Upstream", "A gateway, an override or the platform is down: try again.", new Problem("The payment gateway is not reachable.", "order", "payment", "payment") { Severity = "critical" }),
        (530, "Locked", "Another request holds the order: try again.", Problem.Locked()),
    ];

    private const string Facade = "Checkout";

    public static IEnumerable<(string Name, OpenApiResponse Answer)> Components(OpenApiDocument document) =>
    [
        .. Known.Select(k => (k.Name, Answer(document, k.Description, nameof(ErrorBody), JsonSerializer.SerializeToNode(ErrorBody.Of([k.Example]), WireJson.Of<ErrorBody>())))),
        .. Known.Where(k => Endpoints.All.Any(e => e.Access.Kind is AccessKind.Facade && CanAnswer(e, k.Status)))
            .Select(k => (Facade + k.Name, Answer(document, k.Description, nameof(CheckoutError), JsonSerializer.SerializeToNode(ExampleOf(k.Status, k.Example), WireJson.Of<CheckoutError>())))),
    ];

    /// <summary>The BigCommerce facade refuses in a shape of its own.</summary>
    public static void AddTo(OpenApiResponses answers, Endpoint endpoint, OpenApiDocument document)
    {
        foreach (var (status, name, _, _) in Known.Where(k => CanAnswer(endpoint, k.Status)))
            answers[$"{status}"] = new OpenApiResponseReference(endpoint.Access.Kind is AccessKind.Facade ? Facade + name : name, document);
    }

    private static OpenApiResponse Answer(OpenApiDocument document, string description, string schema, JsonNode? example) => new()
    {
        Description = description,
        Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(schema, document), Example = example },
        },
    };

    private static CheckoutError ExampleOf(int status, Problem example) =>
        status == StatusCodes.Status500InternalServerError ? CheckoutError.Fault : new([CheckoutError.Of([example]).Errors[0] with { Status = status }]);

    private static bool CanAnswer(Endpoint endpoint, int status) => status switch
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
