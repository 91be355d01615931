using System.Collections.Immutable;
using Checkout.Http.Shops;
using Checkout.Shops;

namespace Checkout.Http;

/// <summary>Routes of shop administration (reference/wire-contract.md, H13).</summary>
public static class AdministrationRoutes
{
    private const string Shop = "checkout/shop/{shop_identifier}";

    public const string Settings = Shop + "/settings";
}

public static class AdministrationEndpoints
{
    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint.Get<GetShopSettingsEndpoint>(AdministrationRoutes.Settings, Access.Administration(Scopes.ReadShopSettings)).Says("Reads the shop document; secrets are masked.").Gives<Shop>(),
        Endpoint.Put<PutShopSettingsEndpoint>(AdministrationRoutes.Settings, Access.Administration(Scopes.WriteShopSettings)).Says("Replaces the shop document; needs If-Match, or If-None-Match: * for a new shop.").Takes<Shop>(Examples.Shop).Gives<Shop>(),
    ];

    private static class Examples
    {
        public const string Shop = """
            {"identifier":"zp3oafdor9","name":"Demo shop","currency":"CAD"}
            """;
    }
}
