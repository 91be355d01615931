using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Checkout.Orders;

namespace Checkout.Shops;

/// <summary>What a shop's plugins, overrides, webhooks and other servers must keep to.</summary>
internal static partial class ConnectionRules
{
    /// <summary>Every movement of money is told to each, in the commit that writes it.</summary>
    public const int MostWebhooksOfATopic = 20;

    public static ImmutableArray<Problem> Check(Shop shop)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        Once("overrides.public_id", shop.Overrides.Select(o => o.PublicId));
        Once("overrides.type", shop.Overrides.Select(o => o.Type));
        Once("flows.flow_id", shop.Flows.Select(f => f.FlowId));
        Once("life_elements.public_id", shop.LifeElements.Select(e => e.PublicId));
        foreach (var plugin in shop.Plugins)
        {
            Rule(PluginUuid().IsMatch(plugin.Uuid), "plugins.uuid", "must be up to 100 letters, digits, dots, dashes and underscores");
            Rule(plugin.ClientSecret.Length > 0, "plugins.client_secret", "is empty");
            Url("plugins.event_url", plugin.EventUrl);
            Rule(plugin.TimeLimitSeconds is null or (>= 1 and <= 20), "plugins.time_limit_seconds", "must be from 1 to 20");
            foreach (var name in plugin.Events)
                Rule(PluginEventNames.All.Contains(name, StringComparer.OrdinalIgnoreCase), "plugins.events", $"does not know {name}");
            foreach (var scope in plugin.Scopes)
                Rule(PluginScopes.All.Contains(scope, StringComparer.OrdinalIgnoreCase), "plugins.scopes", $"does not know {scope}");
        }

        foreach (var @override in shop.Overrides)
        {
            Rule(OverrideKinds.Has(@override.Type), "overrides.type", $"does not know {@override.Type}");
            Url("overrides.url", @override.Url);
        }

        foreach (var topic in shop.Webhooks.GroupBy(w => w.Topic, StringComparer.Ordinal))
            Rule(topic.Count() <= MostWebhooksOfATopic, "webhooks", $"holds more than {MostWebhooksOfATopic} of the topic {topic.Key}");
        foreach (var webhook in shop.Webhooks)
        {
            Rule(WebhookTopic.All.Any(t => t.Name == webhook.Topic), "webhooks.topic", $"does not know {webhook.Topic}");
            Url("webhooks.callback_url", webhook.CallbackUrl);
        }

        if (shop.PlatformConnector.Url is { } platform)
        {
            Url("platform_connector.url", platform);
            Rule(shop.PlatformConnector.SharedSecret is { Length: > 0 }, "platform_connector.shared_secret", "is missing");
        }

        if (shop.RemoteStateAuthority is { } authority)
        {
            Url("remote_state_authority.url", authority.Url);
            Rule(authority.SignsByOAuth || authority.SharedSecret.Length > 0, "remote_state_authority.shared_secret", "is missing");
        }

        return problems.ToImmutable();

        void Rule(bool holds, string field, string message)
        {
            if (!holds)
                problems.Add(Problem.Invalid(field, $"{field} {message}.", "not_allowed"));
        }

        void Once(string field, IEnumerable<string> values) =>
            Rule(values.GroupBy(v => v, StringComparer.Ordinal).All(g => g.Count() == 1), field, "holds a value more than once");

        // Loopback is refused outside development when it is called.
        void Url(string field, string url) =>
            Rule(
                Uri.TryCreate(url, UriKind.Absolute, out var uri)
                    && uri.UserInfo.Length == 0
                    && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)),
                field,
                "must be an https URL"
            );
    }

    // It names the key in the header that signs, where quotes and line ends would end the name.
    [GeneratedRegex(@"^[A-Za-z0-9._-]{1,100}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PluginUuid();
}
