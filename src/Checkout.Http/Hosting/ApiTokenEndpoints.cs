using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Administration;
using Checkout.Http.Administration.Tokens;
using Checkout.Http.Frame;

namespace Checkout.Http.Hosting;

/// <summary>API tokens of a shop.</summary>
public static class ApiTokenEndpoints
{
    private static readonly Access Write = Access.Administration(Scopes.WriteShopSettings);

    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint
            .Get<ListApiTokensEndpoint>(AdministrationRoutes.ApiTokens, Access.Administration(Scopes.ReadShopSettings))
            .Says("Lists the API tokens with their scopes.")
            .Gives<ApiTokensData>(),
        Endpoint
            .Post<CreateApiTokenEndpoint>(AdministrationRoutes.ApiTokens, Write)
            .Says("Creates an API token; the token is in this answer and nowhere else.")
            .Takes<CreateApiTokenRequest>()
            .Gives<CreatedApiToken>(),
        Endpoint.Delete<DeleteApiTokenEndpoint>(AdministrationRoutes.ApiToken, Write).Says("Revokes an API token.").Gives<ApiTokensData>(),
    ];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ApiTokensData))]
[JsonSerializable(typeof(CreateApiTokenRequest))]
[JsonSerializable(typeof(CreatedApiToken))]
internal sealed partial class ApiTokenJson : JsonSerializerContext;
