using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Checkout.Http.ApiDocuments;
using Microsoft.OpenApi.Reader;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.ApiDocuments;

public sealed partial class ApiDocumentTests
{
    private static readonly Lazy<Task<string>> Text = new(async () => Encoding.UTF8.GetString((await new ApiDocument().Written).Span));

    [Fact]
    public async Task Written_EveryRule_IsKept()
    {
        var settings = new OpenApiReaderSettings();
        settings.RuleSet = Microsoft.OpenApi.ValidationRuleSet.GetDefaultRuleSet();

        var read = OpenApiModelFactory.Parse(await Text.Value, "json", settings);

        read.Diagnostic!.Errors.ShouldBeEmpty();
        read.Diagnostic.Warnings.ShouldBeEmpty();
        (await Document())["openapi"]!.GetValue<string>().ShouldStartWith("3.1");
    }

    [Fact]
    public async Task Written_EveryEndpointOutsideDevelopment_IsAnOperation()
    {
        var operations = (await Operations()).Select(o => o.Operation["operationId"]!.GetValue<string>());

        operations.ShouldBe(
            Endpoints.All.Where(e => e.Access.Kind is not AccessKind.Development).Select(e => e.Name),
            ignoreOrder: true);
    }

    [Fact]
    public async Task Operation_EveryOne_SaysWhatItDoesAnswersAndRefuses()
    {
        foreach (var (name, operation) in await Operations())
        {
            operation["summary"]!.GetValue<string>().ShouldNotBe(operation["operationId"]!.GetValue<string>(), name);
            var answers = operation["responses"]!.AsObject();
            answers.ContainsKey("500").ShouldBeTrue(name);
            foreach (var (status, answer) in answers.Where(a => a.Key.StartsWith('2') && a.Key != "204"))
                answer!["content"].ShouldNotBeNull($"{name} {status}");
        }
    }

    [Fact]
    public async Task JsonBody_EveryOne_HasASchemaAndAnExample()
    {
        foreach (var (name, operation) in await Operations())
        {
            var bodies = operation["responses"]!.AsObject()
                .Where(a => a.Key.StartsWith('2'))
                .Select(a => a.Value!["content"]?["application/json"])
                .Append(operation["requestBody"]?["content"]?["application/json"])
                .OfType<JsonNode>();
            foreach (var body in bodies)
            {
                body["schema"].ShouldNotBeNull(name);
                if (body["schema"]!["$ref"]?.GetValue<string>().EndsWith("/EmptyObject", StringComparison.Ordinal) is not true)
                    body["example"].ShouldNotBeNull(name);
            }
        }
    }

    [Fact]
    public async Task Reference_EveryOne_NamesAComponent()
    {
        var document = await Document();
        foreach (Match reference in Reference().Matches(await Text.Value))
        {
            var path = reference.Groups["path"].Value.Split('/');
            path.Aggregate<string, JsonNode?>(document, (node, part) => node?[part]).ShouldNotBeNull(reference.Value);
        }
    }

    /// <summary>snake_case of .NET writes address_line1; the wire has address_line_1 (reference/wire-contract.md, B3).</summary>
    [Fact]
    public async Task Key_OfAnAddressLine_IsAsClientsWriteIt() => (await Text.Value).ShouldNotMatch("address_line[12]\"");

    private static async Task<JsonNode> Document() => JsonNode.Parse(await Text.Value)!;

    private static async Task<IReadOnlyList<(string Name, JsonNode Operation)>> Operations() =>
        [.. (await Document())["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => ($"{o.Key} {p.Key}", o.Value!)))];

    [GeneratedRegex("\"\\$ref\": \"#/(?<path>[^\"]+)\"")]
    private static partial Regex Reference();
}
