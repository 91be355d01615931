using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Backend;
using Checkout.Http.Backend.Fulfillment;
using Checkout.Http.Backend.Orders;
using Checkout.Http.Backend.Payments;
using Checkout.Http.Backend.WalletPay;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;

namespace Checkout.Http.Hosting;

/// <summary>The part of the Backend API that moves money and goods.</summary>
public static class PaymentEndpoints
{
    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint
            .Post<AuthorizeFullEndpoint>(PaymentRoutes.AuthorizeFull, Access.Backend(Scopes.WritePayments))
            .Says("Places holds for the order's total on its payments.")
            .Takes<EmptyObject>()
            .Gives<AuthorizeFullData>(),
        Endpoint
            .Post<CaptureFullEndpoint>(PaymentRoutes.CaptureFull, Access.Backend(Scopes.WritePayments))
            .Says("Charges what is left of the order's total.")
            .Takes<CaptureRequest>()
            .Gives<CaptureData>(),
        Endpoint
            .Post<CapturePaymentsEndpoint>(PaymentRoutes.Capture, Access.Backend(Scopes.WritePayments))
            .Says("Charges an amount, payment by payment in their order.")
            .Takes<CaptureAmountRequest>()
            .Gives<CaptureData>(),
        Endpoint
            .Post<CapturePaymentEndpoint>(PaymentRoutes.CaptureOne, Access.Backend(Scopes.WritePayments))
            .Says("Authorizes and charges one payment that awaits authorization.")
            .Takes<CaptureAmountRequest>()
            .Gives<CaptureData>(),
        Endpoint
            .Post<RefundFullEndpoint>(PaymentRoutes.RefundFull, Access.Backend(Scopes.WritePayments))
            .Says("Refunds all captured money and restocks.")
            .Takes<RefundRequest>()
            .Gives<RefundData>(),
        Endpoint
            .Post<RefundPaymentsEndpoint>(PaymentRoutes.Refund, Access.Backend(Scopes.WritePayments))
            .Says("Refunds an amount, capture by capture in their order.")
            .Takes<RefundAmountRequest>()
            .Gives<RefundData>(),
        Endpoint
            .Post<RefundPaymentEndpoint>(PaymentRoutes.RefundOne, Access.Backend(Scopes.WritePayments))
            .Says("Refunds an amount of one payment.")
            .Takes<RefundAmountRequest>()
            .Gives<RefundData>(),
        Endpoint
            .Post<CancelOrderEndpoint>(PaymentRoutes.Cancel, Access.Backend(Scopes.WriteOrders))
            .Says("Cancels an order and voids its holds.")
            .Takes<CancelRequest>()
            .Gives<StateOnly>(),
        Endpoint
            .Post<AmendOrderEndpoint>(PaymentRoutes.Amend, Access.Backend(Scopes.WriteOrders))
            .Says("Lets a plugin amend a placed order.")
            .Takes<AmendRequest>()
            .Gives<StateOnly>(),
        Endpoint
            .Post<CompleteOrderEndpoint>(PaymentRoutes.Complete, Access.Backend(Scopes.WriteOrders))
            .Says("Records that the platform has the order.")
            .Takes<CompleteRequest>()
            .Gives<StateOnly>(),
        Endpoint
            .Patch<FulfillLineItemEndpoint>(PaymentRoutes.LineItem, Access.Backend(Scopes.WriteOrders))
            .Says("Sets how many units of a line were shipped.")
            .Takes<FulfillLineItemRequest>()
            .Gives<LineItemData>(),
        Endpoint
            .Patch<FulfillLineItemsEndpoint>(PaymentRoutes.LineItems, Access.Backend(Scopes.WriteOrders))
            .Says("Sets how many units of several lines were shipped.")
            .Takes<FulfillLineItemsRequest>()
            .Gives<LineItemsData>(),
        Endpoint
            .Post<OpenWalletOrderEndpoint>(PaymentRoutes.WalletPay, Access.Backend(Scopes.WriteOrders))
            .Says("Starts an express payment from the back office.")
            .Takes<WalletOrderBody>()
            .Gives<OpenedWalletOrder>(),
        Endpoint
            .Get<GetWalletOrderEndpoint>(PaymentRoutes.WalletPayOrder, Access.Backend(Scopes.ReadOrders))
            .Says("Reads the shopper and the addresses that the wallet knows.")
            .Asks("gateway_id", "The public id of the wallet's gateway.", required: true)
            .Gives<WalletShopperData>(),
        Endpoint
            .Patch<UpdateWalletOrderEndpoint>(PaymentRoutes.WalletPayOrder, Access.Backend(Scopes.WriteOrders))
            .Says("Updates the description of an express payment's order.")
            .Takes<WalletOrderBody>()
            .GivesNothing(),
        Endpoint
            .Post<ReceiveGatewayNoticeEndpoint>(PaymentRoutes.GatewayNotices, Access.Public)
            .Says("Receives a gateway's signed notice and settles what is open on its order.")
            .Takes<EmptyObject>()
            .Gives<NoticeReceived>(),
        Endpoint
            .Get<GetTimelineEndpoint>(PaymentRoutes.Timeline, Access.Backend(Scopes.ReadOrders))
            .Says("Reads the whole timeline of an order.")
            .Gives<TimelineData>(),
    ];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AuthorizeFullData))]
[JsonSerializable(typeof(ImmutableArray<AuthorizationError>))]
[JsonSerializable(typeof(CaptureRequest))]
[JsonSerializable(typeof(CaptureAmountRequest))]
[JsonSerializable(typeof(CaptureData))]
[JsonSerializable(typeof(RefundRequest))]
[JsonSerializable(typeof(RefundAmountRequest))]
[JsonSerializable(typeof(RefundData))]
[JsonSerializable(typeof(CancelRequest))]
[JsonSerializable(typeof(CompleteRequest))]
[JsonSerializable(typeof(AmendRequest))]
[JsonSerializable(typeof(FulfillLineItemRequest))]
[JsonSerializable(typeof(FulfillLineItemsRequest))]
[JsonSerializable(typeof(LineItemData))]
[JsonSerializable(typeof(LineItemsData))]
[JsonSerializable(typeof(WalletOrderBody))]
[JsonSerializable(typeof(OpenedWalletOrder))]
[JsonSerializable(typeof(WalletShopperData))]
[JsonSerializable(typeof(NoticeReceived))]
[JsonSerializable(typeof(TimelineData))]
internal sealed partial class PaymentJson : JsonSerializerContext;
