using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Orders;
using Checkout.Plugins.Actions;
using Checkout.Shops;
using Checkout.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Plugins.Tests;

/// <summary>
/// docs/plugins.md and docs/webhooks.md show what is really sent: the bodies that <see cref="GoldenBodyTests"/> holds to a listening
/// server's, the test messages of every topic, and the actions of the code. UPDATE_DOCS=1 writes the pages again.
/// </summary>
[Collection(LiveCheckouts.Name)]
public sealed class PayloadPagesTests(LiveCheckout checkout)
{
    private const string Marker = "<!-- From here on written by PayloadPagesTests with UPDATE_DOCS=1. -->\n";
    private const string WholeEvent = PluginEventNames.OrderProcessed;
    private const string WholeTopic = WebhookTopic.OrderCreated;

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] Overrides =
    [
        "address_validate",
        "discount",
        "discount-finalize",
        "inventory-initial",
        "inventory-final",
        "shipping",
        "tax",
    ];

    [Fact]
    public void PluginsPage_ShowsEveryEventActionAndOverride()
    {
        var whole = Golden("events", WholeEvent).AsObject();
        var page = new StringBuilder("\n## Event payloads\n\n")
            .Append($"Every event has this body, here `{WholeEvent}`; parts that an order does not have yet are empty.\n\n")
            .Append(Fenced(whole));
        page.Append("\n`properties` by event:\n\n| Event | `properties` |\n|---|---|\n");
        foreach (var name in PluginEventNames.All)
        {
            var body = Golden("events", name).AsObject();
            body.Select(part => part.Key).ShouldBe(whole.Select(part => part.Key), name);
            page.Append($"| `{name}` | `{body["properties"]!.ToJsonString()}` |\n");
        }

        page.Append("\n## Action payloads\n");
        foreach (var action in PluginActions.All)
            page.Append($"\n### {action.Name}\n\n{action.Effect}. Scope `{action.Scope}`.\n\n").Append(PayloadTables.Of(action));

        page.Append("\n## Override payloads\n");
        foreach (var name in Overrides)
            page.Append($"\n### {name.Replace("-", ", ", StringComparison.Ordinal)}\n\n").Append(Fenced(Golden("overrides", name)));
        page.Append("\n## Override answers\n");
        foreach (var kind in OverrideKinds.All)
            page.Append($"\n### Answer of {kind}\n\n").Append(PayloadTables.OfAnswer(kind));
        Hold("plugins.md", page.ToString());
    }

    [Fact]
    public async Task WebhooksPage_ShowsEveryTopic()
    {
        await using var merchant = await Listener.Start();
        var page = new StringBuilder("\n## Payloads\n\n")
            .Append($"Every topic has this body, here `{WholeTopic}`; `data` is the topic's own.\n\n")
            .Append(Fenced(Golden("webhooks", WholeTopic.Replace('/', '-'))));
        var keys = Golden("webhooks", WholeTopic.Replace('/', '-')).AsObject().Select(part => part.Key).ToList();
        foreach (var topic in WebhookTopic.All)
        {
            var shop = await checkout.NewShop();
            var body = $$"""{"webhook_topic_id":{{topic.Id}},"callback_url":"{{merchant.Url}}","shared_secret":"s"}""";
            var webhook = (await checkout.Admin(HttpMethod.Post, shop, "webhooks", body)).Ok().Data["id"];
            (await checkout.Admin(HttpMethod.Post, shop, $"webhooks/{webhook}/test")).Ok();
            var sent = (await merchant.Next()).Json.AsObject();
            sent.Select(part => part.Key).Where(key => key != "test").ShouldBe(keys, topic.Name);
            page.Append($"\n### {topic.Name}\n\n{topic.When}\n\n").Append(Fenced(sent["data"]!));
        }

        Hold("webhooks.md", page.ToString());
    }

    private static void Hold(string name, string payloads)
    {
        var path = Repository.Path("docs", name);
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var head = page[..(page.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length)];
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") is "1")
            File.WriteAllText(path, page = head + payloads);
        page.ShouldBe(head + payloads);
    }

    private static JsonNode Golden(string folder, string name) =>
        JsonNode.Parse(File.ReadAllText(Repository.Path("tests", "Plugins.Tests", "Golden", folder, $"{name}.json")))!;

    private static string Fenced(JsonNode json) => $"```json\n{json.ToJsonString(Readable).ReplaceLineEndings("\n")}\n```\n";
}
