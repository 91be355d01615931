using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Checkout.Http.Frame;
using Checkout.Http.Hosting;
using Checkout.Http.Pipeline.ApiDocuments;
using Microsoft.OpenApi.Reader;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.ApiDocuments;

public sealed partial class ApiDocumentTests
{
    private static readonly Lazy<string> Text = new(() =>
        Encoding.UTF8.GetString(new ApiDocument(Endpoints.Table, () => SentCalls.All).Written.Span)
    );

    [Fact]
    public void Written_EveryRule_IsKept()
    {
        var settings = new OpenApiReaderSettings();
        settings.RuleSet = Microsoft.OpenApi.ValidationRuleSet.GetDefaultRuleSet();

        var read = OpenApiModelFactory.Parse(Text.Value, "json", settings);

        read.Diagnostic!.Errors.ShouldBeEmpty();
        read.Diagnostic.Warnings.ShouldBeEmpty();
        Document()["openapi"]!.GetValue<string>().ShouldStartWith("3.1");
    }

    [Fact]
    public void Written_EveryEndpointOutsideDevelopment_IsAnOperation()
    {
        var operations = Operations().Select(o => o.Operation["operationId"]!.GetValue<string>());

        operations.ShouldBe(
            Endpoints.Table.All.Where(e => e.Access.Kind is not AccessKind.Development).Select(e => e.Name),
            ignoreOrder: true
        );
    }

    [Fact]
    public void Error_NamesEverySubType()
    {
        var description = Document()["components"]!["schemas"]!["ErrorEntry"]!["properties"]!["sub_type"]![
            "description"
        ]!.GetValue<string>();

        ErrorCatalogue.SubTypes.Keys.Where(subType => !description.Contains($"`{subType}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Operation_EveryOne_SaysWhatItDoesAnswersAndRefuses()
    {
        foreach (var (name, operation) in Operations())
        {
            operation["summary"]!.GetValue<string>().ShouldNotBe(operation["operationId"]!.GetValue<string>(), name);
            var answers = operation["responses"]!.AsObject();
            answers.ContainsKey("500").ShouldBeTrue(name);
            foreach (var (status, answer) in answers.Where(a => a.Key.StartsWith('2') && a.Key != "204"))
                answer!["content"].ShouldNotBeNull($"{name} {status}");
        }
    }

    [Fact]
    public void JsonBody_EveryOne_HasASchemaAndAnExample()
    {
        foreach (var (name, operation) in Operations())
        {
            var bodies = operation["responses"]!
                .AsObject()
                .Where(a => a.Key.StartsWith('2'))
                .Select(a => a.Value!["content"]?["application/json"])
                .Append(operation["requestBody"]?["content"]?["application/json"])
                .OfType<JsonNode>();
            foreach (var body in bodies)
            {
                body["schema"].ShouldNotBeNull(name);
                if (body["schema"]!["$ref"]?.GetValue<string>().EndsWith("/EmptyObject", StringComparison.Ordinal) is not true)
                    (body["example"] ?? body["examples"]).ShouldNotBeNull(name);
            }
        }
    }

    [Fact]
    public void Reference_EveryOne_NamesAComponent()
    {
        var document = Document();
        foreach (Match reference in Reference().Matches(Text.Value))
        {
            var path = reference.Groups["path"].Value.Split('/');
            path.Aggregate<string, JsonNode?>(document, (node, part) => node?[part]).ShouldNotBeNull(reference.Value);
        }
    }

    [Fact]
    public void RequestBody_EveryOne_IsRequired() =>
        Operations()
            .Where(o => o.Operation["requestBody"] is { } body && body["required"]?.GetValue<bool>() is not true)
            .Select(o => o.Name)
            .ShouldBeEmpty();

    [Fact]
    public void Data_EveryEnvelope_HasANameThatOneShapeHas()
    {
        var answers = Operations()
            .Select(o => (o.Name, Schema: o.Operation["responses"]!["200"]?["content"]?["application/json"]?["schema"]))
            .Where(o => o.Schema is not null);

        answers.Where(o => o.Schema!["properties"]?["data"] is not null).Select(o => o.Name).ShouldBeEmpty();
        Document()["components"]!["schemas"]!["AddressAnswerEnvelope"]!["properties"]!["data"]!["$ref"]!
            .GetValue<string>()
            .ShouldEndWith("/AddressAnswer");
    }

    /// <summary>Numbers are accepted where text is expected; a type of both is one that C# cannot hold.</summary>
    [Fact]
    public void Type_OfNoProperty_IsBothTextAndNumber() =>
        Nodes(Document())
            .Select(node => node["type"])
            .OfType<JsonArray>()
            .Select(types => types.Select(type => type!.GetValue<string>()).ToList())
            .Where(types => types.Contains("string") && types.Contains("integer"))
            .ShouldBeEmpty();

    [Fact]
    public void Property_WithAComment_IsDescribedByIt()
    {
        var schemas = Document()["components"]!["schemas"]!;

        schemas["ProductsData"]!["properties"]!["next"]!["description"]!
            .GetValue<string>()
            .ShouldBe("The cursor of the next page; null on the last.");
        schemas["AddressBody"]!["properties"]!["phone_number"]!["description"]!
            .GetValue<string>()
            .ShouldEndWith("A number is accepted too.");
        Text.Value.ShouldNotContain("(docs/");
    }

    [Fact]
    public void Parameter_EveryOne_IsDescribed() =>
        Operations()
            .SelectMany(o => o.Operation["parameters"]?.AsArray() ?? [])
            .Where(parameter => parameter!["description"]?.GetValue<string>() is null or "")
            .Select(parameter => parameter!["name"]!.GetValue<string>())
            .Distinct()
            .ShouldBeEmpty();

    [Fact]
    public void Status_OfAnOrder_IsOneOfItsWords() =>
        Document()["components"]!["schemas"]!["OrderRowState"]!["properties"]!["order_status"]!["enum"]!
            .AsArray()
            .Select(word => word!.GetValue<string>())
            .ShouldBe(["open", "processing", "placed", "canceled"]);

    [Fact]
    public void WithoutUnions_NothingHasTwoShapesAndTheRestIsTheSame()
    {
        var plain = JsonNode.Parse(new ApiDocument(Endpoints.Table, () => SentCalls.All).WithoutUnions.Span)!;

        Nodes(plain)
            .Select(node => node["oneOf"])
            .OfType<JsonArray>()
            .ShouldAllBe(choices => choices.Any(choice => choice!["type"] != null && choice["type"]!.ToString() == "null"));
        plain["components"]!["schemas"]!["ApplicationState"]!["properties"]!["customer"]!["description"].ShouldNotBeNull();
        plain["paths"]!.AsObject().Count.ShouldBe(Document()["paths"]!.AsObject().Count);
    }

    /// <summary>snake_case of .NET writes address_line1; the wire has address_line_1 (docs/contract/shapes.md#address).</summary>
    [Fact]
    public void Key_OfAnAddressLine_IsAsClientsWriteIt() => Text.Value.ShouldNotMatch("address_line[12]\"");

    /// <summary>The facade's names are in camelCase; what its bodies are made from is not.</summary>
    [Fact]
    public void Keys_OfTheFacade_AreTheOnlyOnesInCamelCase()
    {
        var schemas = Document()["components"]!["schemas"]!;

        schemas["CheckoutBody"]!["properties"]!["taxTotal"].ShouldNotBeNull();
        schemas["Shop"]!["properties"]!["cors_origins"].ShouldNotBeNull();
        schemas["ApplicationState"]!["properties"]!["order_total"].ShouldNotBeNull();
    }

    private static IEnumerable<JsonObject> Nodes(JsonNode? node) =>
        node switch
        {
            JsonObject one => one.Select(child => child.Value).SelectMany(Nodes).Prepend(one),
            JsonArray many => many.SelectMany(Nodes),
            _ => [],
        };

    private static JsonNode Document() => JsonNode.Parse(Text.Value)!;

    private static IReadOnlyList<(string Name, JsonNode Operation)> Operations() =>
        [.. Document()["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => ($"{o.Key} {p.Key}", o.Value!)))];

    [GeneratedRegex("\"\\$ref\": ?\"#/(?<path>[^\"]+)\"")]
    private static partial Regex Reference();
}
