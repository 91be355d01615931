using Checkout.Http.BigCommerce;
using Checkout.Http.Dialects.BigCommerce;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;

namespace Checkout.Http.Hosting;

/// <summary>The endpoints of this product, by area, each area in its dialect.</summary>
public static class Endpoints
{
    public static EndpointTable Table { get; } =
        new(
            new EndpointArea(BoldDialect.Instance, BackendEndpoints.All),
            new EndpointArea(BoldDialect.Instance, PaymentEndpoints.All),
            new EndpointArea(BoldDialect.Instance, PaymentFrameEndpoints.All),
            new EndpointArea(BigCommerceDialect.Instance, [.. BigCommerceEndpoints.All, .. BigCommerceSdkEndpoints.All])
            {
                Base = BigCommerceRoutes.Base,
            },
            new EndpointArea(BigCommerceDialect.Instance, BigCommerceInternalEndpoints.All) { Base = BigCommerceRoutes.InternalBase },
            new EndpointArea(BoldDialect.Instance, AdministrationEndpoints.All),
            new EndpointArea(BoldDialect.Instance, ProductEndpoints.All),
            new EndpointArea(BoldDialect.Instance, GiftCardEndpoints.All),
            new EndpointArea(BoldDialect.Instance, CustomerEndpoints.All),
            new EndpointArea(BoldDialect.Instance, ApiTokenEndpoints.All),
            new EndpointArea(BoldDialect.Instance, TestGatewayEndpoints.All),
            new EndpointArea(BoldDialect.Instance, HealthEndpoints.All),
            new EndpointArea(BoldDialect.Instance, StorefrontEndpoints.All),
            new EndpointArea(BoldDialect.Instance, DocumentEndpoints.All),
            new EndpointArea(BoldDialect.Instance, PageEndpoints.All)
        );
}
