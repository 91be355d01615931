using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Frame.SignIn;

/// <summary>
/// People of the merchant's Microsoft Entra ID, whom App Service authentication signed in before the request came here. It
/// takes the header from nobody else and writes it itself; where it is not in front of this host, the header is not read
/// (docs/console.md#sign-in-with-microsoft-entra-id).
/// </summary>
public sealed class EntraSignIn(HttpSettings settings)
{
    private const string Principal = "X-MS-CLIENT-PRINCIPAL";

    /// <summary>
    /// The session is a cookie, which a browser sends along from any page: a header that a form cannot send, and that no other
    /// origin is allowed to (docs/contract/README.md#cors), shows that the request is the console's own.
    /// </summary>
    private const string Console = "X-Checkout-Console";

    private const string Directory = "aad";
    private const string Roles = "roles";
    private const int Longest = 64 * 1024;

    private static readonly ImmutableDictionary<string, ImmutableArray<string>> ScopesOfRoles = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create<string, ImmutableArray<string>>("admin", [Scopes.All]),
            KeyValuePair.Create<string, ImmutableArray<string>>(
                "support",
                [
                    Scopes.ReadOrders,
                    Scopes.WriteOrders,
                    Scopes.WritePayments,
                    Scopes.ReadCustomers,
                    Scopes.ReadProducts,
                    Scopes.ReadShop,
                    Scopes.ReadWebhooks,
                ]
            ),
        ]
    );

    /// <summary>Null when nobody signed in that way, or without a role here.</summary>
    public Caller? Find(HttpRequest request)
    {
        var header = request.Headers[Principal].ToString();
        if (!settings.TrustsAppServiceSignIn || header.Length is 0 or > Longest || !request.Headers.ContainsKey(Console))
            return null;
        if (Read(header) is not { AuthTyp: Directory, Claims: { IsDefault: false } claims } principal)
            return null;
        ImmutableArray<string> scopes =
        [
            .. claims
                .Where(claim => claim.Typ is Roles || (principal.RoleTyp is { Length: > 0 } type && claim.Typ == type))
                .SelectMany(claim => ScopesOfRoles.GetValueOrDefault(claim.Val ?? "", []))
                .Distinct(StringComparer.Ordinal),
        ];
        var name = claims.FirstOrDefault(claim => claim.Typ is "preferred_username" || claim.Typ == principal.NameTyp)?.Val;
        return scopes.IsEmpty ? null : new Caller(name ?? Directory, scopes);
    }

    private static AppServicePrincipal? Read(string header)
    {
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header, bytes, out var length))
            return null;
        try
        {
            return JsonSerializer.Deserialize(bytes.AsSpan(0, length), AppServiceJson.Default.AppServicePrincipal);
        }
        catch (JsonException)
        {
            // Not of that form: nobody signed in.
            return null;
        }
    }
}

/// <summary>
/// As App Service authentication writes it (learn.microsoft.com, «Work with user identities in App Service authentication»).
/// </summary>
internal sealed record AppServicePrincipal
{
    public string? AuthTyp { get; init; }
    public string? NameTyp { get; init; }
    public string? RoleTyp { get; init; }
    public ImmutableArray<AppServiceClaim> Claims { get; init; }
}

internal sealed record AppServiceClaim(string? Typ, string? Val);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AppServicePrincipal))]
internal sealed partial class AppServiceJson : JsonSerializerContext;
