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
    private static readonly Lazy<string> Text = new(() => Encoding.UTF8.GetString(new ApiDocument(Endpoints.Table).Written.Span));

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

    private static JsonNode Document() => JsonNode.Parse(Text.Value)!;

    private static IReadOnlyList<(string Name, JsonNode Operation)> Operations() =>
        [.. Document()["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => ($"{o.Key} {p.Key}", o.Value!)))];

    [GeneratedRegex("\"\\$ref\": ?\"#/(?<path>[^\"]+)\"")]
    private static partial Regex Reference();
}
