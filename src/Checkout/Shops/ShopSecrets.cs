using System.Collections.Immutable;

namespace Checkout.Shops;

/// <summary>
/// Secrets go into the shop document and never out of it (docs/contract/administration.md#shop-document). References
/// (<see cref="SecretReferences"/>) are no secrets; a value is shown as <see cref="Mask"/>, and a mask that comes back means
/// what is stored, so that a document can be read, changed and put back.
/// </summary>
public static class ShopSecrets
{
    public const string Mask = "********";

    public static Shop Hidden(this Shop shop) => shop.Each((_, value) => value.Length == 0 || SecretReferences.Is(value) ? value : Mask);

    /// <summary>
    /// The shop as it is used: a reference to a secret that is not its own, from before they were checked, names nothing.
    /// </summary>
    public static Shop WithOwnSecretsOnly(this Shop shop) =>
        shop.Foreign().Any()
            ? shop.Each(
                (_, value) => SecretReferences.Is(value) && !SecretReferences.IsOwn(value, shop.Identifier) ? SecretReferences.None : value
            )
            : shop;

    /// <summary>The places that refer to a secret that is not the shop's own.</summary>
    public static IReadOnlyList<string> Foreign(this Shop shop)
    {
        var foreign = new List<string>();
        shop.Each(
            (name, value) =>
            {
                if (SecretReferences.Is(value) && !SecretReferences.IsOwn(value, shop.Identifier))
                    foreign.Add(name);
                return value;
            }
        );
        return foreign;
    }

    /// <param name="stored">What the shop holds now; null when there is none yet.</param>
    public static Result<Shop> Restored(this Shop supplied, Shop? stored)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        stored?.Each((name, value) => known[name] = value);
        string? unknown = null;
        var restored = supplied.Each(
            (name, value) =>
            {
                if (value != Mask)
                    return value;
                if (known.TryGetValue(name, out var secret))
                    return secret;
                unknown ??= name;
                return value;
            }
        );
        return unknown is null
            ? restored
            : Problem.Invalid(unknown, $"{unknown} is masked, but no secret is stored for it.", "unknown_secret");
    }

    /// <summary>Every place that holds a secret, with a name that finds it again.</summary>
    private static Shop Each(this Shop shop, Func<string, string, string> change) =>
        shop with
        {
            Gateways =
            [
                .. shop.Gateways.Select(g =>
                    g with
                    {
                        Settings = g.Settings.ToImmutableDictionary(
                            s => s.Key,
                            s => change($"gateways.{g.PublicId}.{s.Key}", s.Value),
                            StringComparer.Ordinal
                        ),
                    }
                ),
            ],
            Plugins = [.. shop.Plugins.Select(p => p with { ClientSecret = change($"plugins.{p.Uuid}.client_secret", p.ClientSecret) })],
            Overrides =
            [
                .. shop.Overrides.Select(o => o with { SharedSecret = change($"overrides.{o.PublicId}.shared_secret", o.SharedSecret) }),
            ],
            Webhooks =
            [
                .. shop.Webhooks.Select(w =>
                    w with
                    {
                        SharedSecret = change($"webhooks.{w.Id}.shared_secret", w.SharedSecret),
                        PreviousSecret = w.PreviousSecret is { } previous ? change($"webhooks.{w.Id}.previous_secret", previous) : null,
                    }
                ),
            ],
            PlatformConnector = shop.PlatformConnector.SharedSecret is { } connector
                ? shop.PlatformConnector with
                {
                    SharedSecret = change("platform_connector.shared_secret", connector),
                }
                : shop.PlatformConnector,
            RemoteStateAuthority = shop.RemoteStateAuthority is { } authority
                ? authority with
                {
                    SharedSecret = change("remote_state_authority.shared_secret", authority.SharedSecret),
                    Oauth = authority.Oauth is { } oauth
                        ? oauth with
                        {
                            ConsumerSecret = change("remote_state_authority.oauth.consumer_secret", oauth.ConsumerSecret),
                            AccessTokenSecret = change("remote_state_authority.oauth.access_token_secret", oauth.AccessTokenSecret),
                        }
                        : null,
                }
                : null,
        };
}
