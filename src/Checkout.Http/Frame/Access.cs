using System.Collections.Immutable;

namespace Checkout.Http.Frame;

public enum AccessKind
{
    /// <summary>Nobody signs in.</summary>
    Public,

    /// <summary>The shopper's JWT for the order in the path.</summary>
    Storefront,

    /// <summary>As <see cref="Storefront"/>, the JWT in the query <c>token</c>: for a frame, which can send no header.</summary>
    StorefrontQuery,

    /// <summary>An API token of the shop in the path.</summary>
    Backend,

    /// <summary>An API token that itself decides the shop.</summary>
    BackendAnyShop,

    /// <summary>As <see cref="Backend"/>, or the deployment's own token; the shop may not be there yet.</summary>
    Administration,

    /// <summary>
    /// X-Auth-Client and X-Auth-Token of the BigCommerce facade, or a storefront JWT
    /// (docs/contract/README.md#storefront-clients).
    /// </summary>
    Facade,

    /// <summary>As <see cref="Facade"/>, or anybody on a page of a shop (docs/contract/README.md#session-cookie).</summary>
    Visitor,

    /// <summary>Absent outside development.</summary>
    Development,
}

/// <summary>Who may call an endpoint.</summary>
/// <param name="Scope">What an API token must have been granted; empty where any token will do, and for other kinds.</param>
public sealed record Access(AccessKind Kind, string Scope = "")
{
    /// <summary>What an API token must have been granted besides; empty where <see cref="Scope"/> is enough.</summary>
    public string AlsoScope { get; private init; } = "";

    public static Access Public { get; } = new(AccessKind.Public);
    public static Access Storefront { get; } = new(AccessKind.Storefront);
    public static Access StorefrontQuery { get; } = new(AccessKind.StorefrontQuery);
    public static Access Facade { get; } = new(AccessKind.Facade);
    public static Access Visitor { get; } = new(AccessKind.Visitor);
    public static Access Development { get; } = new(AccessKind.Development);

    /// <summary>Any API token of the shop, or the deployment's own, whatever its scopes.</summary>
    public static Access AnyToken { get; } = new(AccessKind.Administration);

    public static Access Backend(string scope) => new(AccessKind.Backend, scope);

    public static Access Administration(string scope) => new(AccessKind.Administration, scope);

    public static Access BackendAnyShop(string scope) => new(AccessKind.BackendAnyShop, scope);

    /// <summary>The same for a token that has this scope too.</summary>
    public Access And(string scope) => this with { AlsoScope = scope };
}

/// <summary>Scopes of API tokens (docs/contract/README.md#api-tokens).</summary>
public static class Scopes
{
    public const string All = "*";
    public const string ReadOrders = "read_orders";
    public const string WriteOrders = "write_orders";
    public const string ReadCustomers = "read_customers";
    public const string WriteCustomers = "write_customers";
    public const string ReadProducts = "read_products";
    public const string WriteProducts = "write_products";
    public const string ReadShopSettings = "read_shop_settings";
    public const string WriteShopSettings = "write_shop_settings";
    public const string WritePayments = "write_payments";
    public const string ReadShop = "read_shop";
    public const string ReadWebhooks = "read_webhooks";
    public const string WriteWebhooks = "write_webhooks";

    /// <summary>All that a token may be granted.</summary>
    public static ImmutableArray<string> Every { get; } =
    [
        ReadOrders,
        WriteOrders,
        ReadCustomers,
        WriteCustomers,
        ReadProducts,
        WriteProducts,
        ReadShopSettings,
        WriteShopSettings,
        WritePayments,
        ReadShop,
        ReadWebhooks,
        WriteWebhooks,
        All,
    ];
}
