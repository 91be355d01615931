using System.Collections.Immutable;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.SignIn;
using Checkout.Orders;
using Checkout.Payments;

namespace Checkout.Http.Backend.SimpleOrders;

/// <summary>What a connector puts into its page to take the payment of a simple order.</summary>
public sealed record OpenedSimpleOrder(
    string PublicOrderId,
    string JwtToken,
    SimpleFlowSettings FlowSettings,
    ImmutableArray<SimpleGateway> PaymentGateways,
    bool ShouldVault
);

/// <summary>
/// The first gateway again, under the names that connectors had before there could be several; empty texts where there is none.
/// </summary>
public sealed record SimpleFlowSettings(
    string EpsAuthToken,
    string EpsGatewayId,
    string EpsGatewayType,
    string FlowId,
    string FlowType,
    bool IsTestMode
);

public sealed record SimpleGateway(
    int Id,
    string Gateway,
    string AuthToken,
    string Currency,
    bool IsTestMode,
    ImmutableArray<VaultedPaymentMethod> VaultedPaymentMethods
);

/// <summary>Puts together the answer to beginning and resuming a simple order: a fresh JWT and the gateways.</summary>
public sealed class SimpleOrderOpening(JwtIssuer jwts)
{
    /// <param name="customer">The customer's record, for saved methods; null when there is none.</param>
    public async Task<OpenedSimpleOrder> Open(Call call, Order order, CustomerRecord? customer)
    {
        var jwt = await jwts.Issue(order.ShopIdentifier, order.PublicOrderId, call.Cancellation);
        var gateways = OfferedGateways
            .Of(order, call.Shop)
            .Where(gateway => gateway.Driver != PaymentTypes.GiftCard)
            .Select(gateway =>
            {
                var eps = EpsGateway.Of(gateway, order, customer, jwt);
                return new SimpleGateway(
                    gateway.Number,
                    gateway.Driver,
                    eps.AuthToken,
                    eps.Currency,
                    gateway.IsTest,
                    eps.VaultedPaymentMethods
                );
            })
            .ToImmutableArray();
        var flow = call.Shop.Flows.FirstOrDefault(f => f.FlowId == order.FlowId);
        var first = gateways.FirstOrDefault();
        return new OpenedSimpleOrder(
            order.PublicOrderId,
            jwt,
            new SimpleFlowSettings(
                first?.AuthToken ?? "",
                first?.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
                first?.Gateway ?? "",
                order.FlowId ?? "",
                flow?.FlowType ?? "custom",
                first?.IsTestMode is true
            ),
            gateways,
            call.Shop.Checkout.VaultingEnabled
        );
    }
}
