using Checkout.Payments;
using Checkout.Shops;

namespace Checkout.Gateways.Tests;

/// <summary>Questions to a gateway, of one order and one payment unless a test says otherwise.</summary>
internal static class Asked
{
    public const string Order = "order-1";
    public static readonly GatewaySettings Test = new() { PublicId = "testgateway", Driver = "test" };

    public static GatewayAuthorization Authorize(
        string token,
        long amount = 5000,
        string key = "authorize-1",
        string currency = "CAD",
        string order = Order,
        GatewaySettings? gateway = null
    ) => new(gateway ?? Test, "shop", order, "payment-1", key, token, amount, currency);

    public static GatewayMovement Movement(
        string? reference,
        long amount,
        string key,
        string currency = "CAD",
        string order = Order,
        GatewaySettings? gateway = null
    ) => new(gateway ?? Test, "shop", order, "payment-1", key, reference ?? "", amount, currency);
}
