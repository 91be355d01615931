using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Checkout.Http.Pipeline.ApiDocuments;

/// <summary>The OpenAPI 3.1 document of the endpoint table; written at the first request for it.</summary>
public sealed partial class ApiDocument
{
    private const string Json = "application/json";
    private readonly Lazy<ReadOnlyMemory<byte>> written;
    private readonly Lazy<ReadOnlyMemory<byte>> withoutUnions;

    /// <param name="sent">The calls that the product itself makes.</param>
    internal ApiDocument(EndpointTable table, Func<IEnumerable<SentCall>> sent)
    {
        written = new(() => Encoding.UTF8.GetBytes(Text(table, sent())));
        withoutUnions = new(() => Encoding.UTF8.GetBytes(PlainUnions.Without(JsonNode.Parse(written.Value.Span)!).ToJsonString()));
    }

    public ReadOnlyMemory<byte> Written => written.Value;

    /// <summary>For generators whose types hold one shape: what has two is any value there (<see cref="PlainUnions"/>).</summary>
    public ReadOnlyMemory<byte> WithoutUnions => withoutUnions.Value;

    private static string Text(EndpointTable table, IEnumerable<SentCall> sent)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Build(table, sent).SerializeAsV31(new OpenApiJsonWriter(text, new OpenApiJsonWriterSettings { Terse = true }));
        return text.ToString();
    }

    private static OpenApiDocument Build(EndpointTable table, IEnumerable<SentCall> sent)
    {
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo
            {
                Title = "Checkout",
                Version = "1.0.0",
                Description =
                    "The checkout backend of this deployment: Backend, Storefront and shop administration APIs. "
                    + "Amounts are integers in the smallest unit of their currency.",
                License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
            },
            Servers = [new OpenApiServer { Url = "/", Description = "This host" }],
            Paths = [],
            Tags = new HashSet<OpenApiTag>(),
            Components = new OpenApiComponents
            {
                Schemas = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal),
                Responses = new Dictionary<string, IOpenApiResponse>(StringComparer.Ordinal),
                SecuritySchemes = SignInSchemes.All,
            },
        };
        var schemas = new WireSchemas();
        var shapes = table
            .All.Where(e => e.Access.Kind is not AccessKind.Development)
            .Select(e => new Shape(e) { Request = e.Request is null ? null : schemas.OfRequest(e.Request) })
            .ToList()
            .ConvertAll(s => s with { Answer = s.Endpoint.Response is { } type ? schemas.OfAnswer(type) : null });
        var dialects = table.All.Select(e => e.Dialect.Errors).Distinct().ToList();
        foreach (var errors in dialects)
            schemas.OfAnswer(errors.Type);
        var calls = SentCallDocuments.Named(sent, schemas);
        foreach (var shape in shapes.Where(shape => shape.HasEnvelope))
            schemas.Named[EnvelopeOf(shape)] = Envelope(shape);
        foreach (var subType in schemas.Named.Values.Select(schema => schema["properties"]?["sub_type"]).OfType<JsonObject>())
            subType["description"] = SubTypes;
        foreach (var (name, schema) in schemas.Named)
            document.Components.Schemas[name] = Schema(schema, document);
        foreach (var (name, answer) in ErrorAnswers.Components(table, document))
            document.Components.Responses[name] = answer;
        document.Workspace!.RegisterComponents(document);

        var examples = new Examples(schemas.Named);
        foreach (var shape in shapes)
            Add(document, shape, examples);
        SentCallDocuments.AddTo(document, calls, Schema);
        return document;
    }

    private static void Add(OpenApiDocument document, Shape shape, Examples examples)
    {
        var endpoint = shape.Endpoint;
        var area = endpoint.Slice.Namespace!.Split('.')[^1];
        if (document.Tags!.All(t => t.Name != area))
            document.Tags!.Add(new OpenApiTag { Name = area, Description = $"Operations on {Words(area)}." });
        var operation = new OpenApiOperation
        {
            OperationId = endpoint.Name,
            Summary = endpoint.Summary.Length > 0 ? endpoint.Summary : endpoint.Name,
            Tags = new HashSet<OpenApiTagReference> { new(area, document) },
            Security = SignInSchemes.For(endpoint.Access.Kind, document),
            Parameters = [.. RouteParameter().Matches(endpoint.Route).Select(InPath), .. endpoint.Query.Select(InQuery)],
            Responses = new OpenApiResponses { [$"{endpoint.Status}"] = Answer(document, shape, examples) },
        };
        if (endpoint.Access.AlsoScope.Length > 0)
            operation.Description = $"Needs the scopes `{endpoint.Access.Scope}` and `{endpoint.Access.AlsoScope}`.";
        else if (endpoint.Access.Scope.Length > 0)
            operation.Description = $"Needs the scope `{endpoint.Access.Scope}`.";
        if (shape.Request is { } request)
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = Content(Json, request, RequestExamples.Of(endpoint) ?? examples.Of(request), document),
            };
        ErrorAnswers.AddTo(operation.Responses, endpoint, document);

        var path = "/" + RouteParameter().Replace(endpoint.Route, "{${name}}");
        if (!document.Paths.TryGetValue(path, out var item))
            document.Paths[path] = item = new OpenApiPathItem();
        ((OpenApiPathItem)item).AddOperation(new HttpMethod(endpoint.Method), operation);
    }

    private static OpenApiResponse Answer(OpenApiDocument document, Shape shape, Examples examples)
    {
        var endpoint = shape.Endpoint;
        var answer = new OpenApiResponse { Description = "Success." };
        if (endpoint.ContentType != Json)
            answer.Content = Content(endpoint.ContentType, new JsonObject { ["type"] = "string" }, null, document);
        else if (endpoint.Status != StatusCodes.Status204NoContent)
        {
            var body = shape.HasEnvelope ? WireSchemas.Reference(EnvelopeOf(shape)) : shape.Data;
            answer.Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
            {
                [Json] = new OpenApiMediaType
                {
                    Schema = Schema(body, document),
                    Examples = Shared(document, shape, () => examples.Of(body)),
                },
            };
        }

        return answer;
    }

    private static JsonObject Envelope(Shape shape) =>
        new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray("data"),
            ["properties"] = new JsonObject { ["data"] = shape.Data.DeepClone() },
        };

    /// <summary>Generated clients call it so; an answer of no type is named after its operation.</summary>
    private static string EnvelopeOf(Shape shape) =>
        (WireSchemas.NameOf(shape.Data) ?? (shape.Endpoint.Response is { } type ? Name(type) : shape.Endpoint.Name)) + "Envelope";

    /// <summary>Many operations give the same answer: its example is written once.</summary>
    private static Dictionary<string, IOpenApiExample> Shared(OpenApiDocument document, Shape shape, Func<JsonNode?> example)
    {
        var name = Name(shape.Endpoint.Response ?? typeof(object)) + (shape.Endpoint.IsFlat ? "Body" : "Data");
        document.Components!.Examples ??= new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal);
        if (!document.Components.Examples.ContainsKey(name))
            document.AddComponent<IOpenApiExample>(name, new OpenApiExample { Value = example() });

        return new(StringComparer.Ordinal) { ["answer"] = new OpenApiExampleReference(name, document) };
    }

    private static Dictionary<string, IOpenApiMediaType> Content(
        string type,
        JsonNode schema,
        JsonNode? example,
        OpenApiDocument document
    ) =>
        new(StringComparer.Ordinal)
        {
            [type] = new OpenApiMediaType { Schema = Schema(schema, document), Example = example },
        };

    private static string SubTypes =>
        string.Join(
            '\n',
            ErrorCatalogue.SubTypes.OrderBy(known => known.Key, StringComparer.Ordinal).Select(known => $"- `{known.Key}`: {known.Value}")
        );

    private static IOpenApiSchema Schema(JsonNode schema, OpenApiDocument document) =>
        WireSchemas.NameOf(schema) is { } name
            ? new OpenApiSchemaReference(name, document)
            : OpenApiModelFactory.Parse<OpenApiSchema>(schema.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, document, out _, "json")
                ?? throw new InvalidOperationException($"Not a schema: {schema.ToJsonString()}");

    private static IOpenApiParameter InPath(Match parameter) =>
        new OpenApiParameter
        {
            Name = parameter.Groups["name"].Value,
            In = ParameterLocation.Path,
            Required = true,
            Description = PathParameters.Of(parameter.Groups["name"].Value),
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };

    private static IOpenApiParameter InQuery(QueryParameter parameter) =>
        new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Required = parameter.Required,
            Description = parameter.Description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };

    /// <summary>A list is named after what it lists.</summary>
    private static string Name(Type type) =>
        type.IsGenericType ? string.Concat(type.GetGenericArguments().Select(Name)) + "List" : type.Name;

    /// <summary>GiftCards → gift cards.</summary>
    private static string Words(string area) =>
        string.Concat(area.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private sealed record Shape(Endpoint Endpoint)
    {
        public JsonNode? Request { get; init; }
        public JsonNode? Answer { get; init; }

        /// <summary>What is under <c>data</c>, or the whole body.</summary>
        public JsonNode Data => Answer ?? new JsonObject { ["type"] = "object" };

        public bool HasEnvelope => !Endpoint.IsFlat && Endpoint is { ContentType: Json, Status: not StatusCodes.Status204NoContent };
    }

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RouteParameter();
}
