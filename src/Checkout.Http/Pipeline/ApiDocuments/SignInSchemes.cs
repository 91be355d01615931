using Checkout.Http.Frame;
using Microsoft.OpenApi;

namespace Checkout.Http.Pipeline.ApiDocuments;

/// <summary>How callers sign in, in the document's words.</summary>
internal static class SignInSchemes
{
    private const string ApiToken = "api_token";
    private const string Jwt = "jwt";
    private const string JwtInQuery = "jwt_in_query";
    private const string Client = "client";
    private const string ClientToken = "client_token";

    public static IDictionary<string, IOpenApiSecurityScheme> All =>
        new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [ApiToken] = Bearer("An API token of the shop."),
            [Jwt] = Bearer("The jwt_token that Initialize Order or Resume Order gave: for that one order, for 60 minutes."),
            [JwtInQuery] = Key("token", ParameterLocation.Query, "The jwt_token, for a frame, which can send no header."),
            [Client] = Key("X-Auth-Client", ParameterLocation.Header, "The client of the BigCommerce facade."),
            [ClientToken] = Key("X-Auth-Token", ParameterLocation.Header, "Its token."),
        };

    public static IList<OpenApiSecurityRequirement> For(AccessKind kind, OpenApiDocument document) =>
        kind switch
        {
            AccessKind.Storefront => [Needs(document, Jwt)],
            AccessKind.StorefrontQuery => [Needs(document, JwtInQuery)],
            AccessKind.Backend or AccessKind.BackendAnyShop or AccessKind.Administration => [Needs(document, ApiToken)],
            AccessKind.Facade => [Needs(document, Client, ClientToken), Needs(document, Jwt)],
            _ => [],
        };

    private static OpenApiSecurityScheme Bearer(string description) =>
        new()
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = description,
        };

    private static OpenApiSecurityScheme Key(string name, ParameterLocation location, string description) =>
        new()
        {
            Type = SecuritySchemeType.ApiKey,
            Name = name,
            In = location,
            Description = description,
        };

    private static OpenApiSecurityRequirement Needs(OpenApiDocument document, params ReadOnlySpan<string> schemes)
    {
        var requirement = new OpenApiSecurityRequirement();
        foreach (var scheme in schemes)
            requirement[new OpenApiSecuritySchemeReference(scheme, document)] = [];
        return requirement;
    }
}
