using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Catalog;
using Checkout.Orders;
using Checkout.Plugins.Actions;
using Checkout.Shops;
using Checkout.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Plugins.Tests;

/// <summary>
/// What the API document says of events, actions, overrides and webhooks is what is sent and read. Beside these, every
/// <see cref="Listener"/> holds what it hears in any scenario to the same schemas.
/// </summary>
public sealed class DescribedPayloadTests
{
    public static TheoryData<string> Calls => [.. ApiSchemas.Calls];

    public static TheoryData<string> Actions => [.. PluginActions.All.Select(action => action.Name)];

    public static TheoryData<string> Recorded =>
        [.. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Select(Name).Where(name => Call(name) is not null)];

    private static string Folder => Repository.Path("tests", "Plugins.Tests", "Golden");

    [Fact]
    public void Document_HasEveryTopicEventAndOverride() =>
        ApiSchemas.Calls.ShouldBe(
            [
                .. WebhookTopic.All.Select(topic => topic.Name),
                .. PluginEventNames.All.Select(name => $"event/{name}"),
                .. OverrideKinds.All.Select(kind => $"override/{kind}"),
            ],
            ignoreOrder: true
        );

    [Fact]
    public void Document_HasEveryActionByEachOfItsNames() =>
        ApiSchemas.Component("PluginAction")["discriminator"]!["mapping"]!
            .AsObject()
            .Select(action => action.Key)
            .ShouldBe(PluginActions.All.SelectMany(action => action.OtherNames.Prepend(action.Name)), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Calls))]
    public void Example_OfACallAndItsAnswer_FitsItsSchema(string call)
    {
        foreach (var content in new[] { ApiSchemas.Body(call), ApiSchemas.Answer(call) }.OfType<JsonNode>())
            ApiSchemas.Faults(content["schema"]!, content["example"]!.ToJsonString()).ShouldBeEmpty();
    }

    /// <summary>The bodies that <see cref="GoldenBodyTests"/> holds to what a listening server hears.</summary>
    [Theory]
    [MemberData(nameof(Recorded))]
    public void Body_ThatIsReallySent_FitsItsSchemaAndHasNoFieldThatIsNotDescribed(string name) =>
        ApiSchemas.Faults(ApiSchemas.Body(Call(name)!)["schema"]!, Recording(name)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Calls))]
    public void Body_WithAFieldThatIsNotDescribed_DoesNotFit(string call)
    {
        var body = ApiSchemas.Body(call)["example"]!.DeepClone();
        body["a_field_of_tomorrow"] = 1;

        ApiSchemas.Faults(ApiSchemas.Body(call)["schema"]!, body.ToJsonString()).ShouldContain("a_field_of_tomorrow");
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void Action_WithItsExample_FitsItsSchemaAndIsApplied(string name)
    {
        var example = Schema(name)["examples"]![0]!;

        ApiSchemas.Faults(new JsonObject { ["$ref"] = "#/components/schemas/PluginAction" }, example.ToJsonString()).ShouldBeEmpty();
        example["type"]!.GetValue<string>().ShouldBe(name);
        var applied = Apply(name, example["data"]!);
        applied.Succeeded.ShouldBeTrue(applied.Succeeded ? "" : applied.Problems[0].Message);
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void Action_WithoutARequiredField_IsRefusedNamingIt(string name)
    {
        var data = ApiSchemas.Followed(Schema(name)["properties"]!["data"]!);
        foreach (var path in Required(data))
        {
            var example = Schema(name)["examples"]![0]!["data"]!.DeepClone();
            var parent = path[..^1].Aggregate(example, (node, part) => node is JsonArray list ? list[0]![part]! : node[part]!);
            (parent is JsonArray items ? items[0]! : parent).AsObject().Remove(path[^1]).ShouldBeTrue(string.Join('.', path));

            var applied = Apply(name, example);

            applied.Succeeded.ShouldBeFalse(string.Join('.', path));
            applied.Problems[0].Field.Replace("[0]", "", StringComparison.Ordinal).ShouldBe(string.Join('.', path));
        }
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void Action_WithAWordThatIsNotListed_IsRefusedNamingTheField(string name)
    {
        var data = ApiSchemas.Followed(Schema(name)["properties"]!["data"]!);
        foreach (var (field, _) in (data["properties"]?.AsObject() ?? []).Where(field => field.Value!["enum"] is not null))
        {
            var example = Schema(name)["examples"]![0]!["data"]!.DeepClone();
            example[field] = "a word of tomorrow";

            Apply(name, example).Problems[0].Field.ShouldBe(field);
        }
    }

    /// <summary>Paths of the fields that the schema requires, those of objects inside included.</summary>
    private static IEnumerable<string[]> Required(JsonObject data) =>
        (data["required"]?.AsArray() ?? [])
            .Select(name => name!.GetValue<string>())
            .SelectMany(name => Inside(data["properties"]![name]!).Select(path => path.Prepend(name).ToArray()).Prepend([name]));

    private static IEnumerable<string[]> Inside(JsonNode field) =>
        field["$ref"] is not null ? Required(ApiSchemas.Followed(field))
        : field["items"]?["$ref"] is not null ? Required(ApiSchemas.Followed(field["items"]!))
        : [];

    private static JsonObject Schema(string action) =>
        ApiSchemas.Component("PluginAction")["oneOf"]!
            .AsArray()
            .Select(one => ApiSchemas.Followed(one!))
            .Single(one => one["properties"]!["type"]!["enum"]!.AsArray().Any(word => word!.GetValue<string>() == action));

    private static Result<Order> Apply(string action, JsonNode data)
    {
        var shop = new Shop
        {
            Identifier = "shop",
            Name = "Shop",
            Currency = "CAD",
            Gateways = [new GatewaySettings { PublicId = "gateway", Driver = "test" }],
        };
        var sample = SampleOrder.Of("shop", "CAD", new Addresses.Address { CountryCode = "CA" }, DateTimeOffset.UnixEpoch);
        var order = sample with
        {
            Status = OrderStatus.Open,
            ProcessedAt = null,
            PlatformOrderId = null,
            Payments = [],
            LineItems = [sample.LineItems[0] with { Key = "line-1", FulfilledQuantity = 0 }],
        };
        var plugin = new PluginSettings
        {
            Uuid = "plugin",
            Name = "Plugin",
            EventUrl = "https://plugin.example.com/event",
            ClientSecret = "secret",
        };
        var product = new Product
        {
            Sku = "GIFT",
            PlatformId = "5423",
            VariantId = "5423",
            ProductTitle = "Gift",
            Price = 900,
        };
        var context = new ActionContext(shop, plugin, "id", ImmutableDictionary<string, Product>.Empty.Add("5423", product));
        using var read = JsonDocument.Parse(data.ToJsonString());
        return PluginActions.Find(action)!.Apply(order, read.RootElement, context);
    }

    private static string Recording(string name) =>
        File.ReadAllText(Path.Combine(Folder, name)).Replace("\"TIME\"", "\"2026-05-01T12:00:00+00:00\"", StringComparison.Ordinal);

    private static string Name(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');

    /// <summary>The part of the document that a recorded body is; null of those of state authorities.</summary>
    private static string? Call(string name) =>
        Path.GetFileNameWithoutExtension(name) is var file && name.StartsWith("events/", StringComparison.Ordinal) ? $"event/{file}"
        : name.StartsWith("overrides/", StringComparison.Ordinal) ? $"override/{file.Split('-')[0]}"
        : name.StartsWith("webhooks/", StringComparison.Ordinal) ? file.Replace('-', '/')
        : null;
}
