namespace Checkout.Http.Backend;

/// <summary>Routes into the test gateway, in development only.</summary>
public static class TestGatewayRoutes
{
    public const string Ledger = "test-gateway/ledger";
}
