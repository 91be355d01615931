using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Shops;

namespace Checkout.Http.Administration;

/// <summary>The protocols of a remote state authority in the words of the shop document.</summary>
internal static class ProtocolNames
{
    private static readonly ImmutableDictionary<string, AuthorityProtocol> ByName = Enum.GetValues<AuthorityProtocol>()
        .ToImmutableDictionary(Of, StringComparer.Ordinal);

    public static string[] All => [.. Enum.GetValues<AuthorityProtocol>().Select(Of)];

    public static string Of(AuthorityProtocol protocol) => JsonNamingPolicy.SnakeCaseLower.ConvertName(protocol.ToString());

    /// <summary>Null for no word and for an unknown one.</summary>
    public static AuthorityProtocol? Find(string? name) => name is not null && ByName.TryGetValue(name, out var protocol) ? protocol : null;
}
