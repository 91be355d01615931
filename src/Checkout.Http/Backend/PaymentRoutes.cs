namespace Checkout.Http.Backend;

/// <summary>Routes of the Backend API that move money or goods (docs/contract/payments.md).</summary>
public static class PaymentRoutes
{
    private const string Payments = BackendRoutes.Order + "/payments";
    private const string Refunds = BackendRoutes.Order + "/refunds";

    public const string PaymentId = "payment_id";
    public const string LineItemKey = "line_item_key";
    public const string WalletOrderId = "wallet_order_id";
    public const string GatewayId = "gateway_public_id";

    public const string AuthorizeFull = Payments + "/auth/full";
    public const string CaptureFull = Payments + "/capture/full";
    public const string Capture = Payments + "/capture";
    public const string CaptureOne = Payments + "/{payment_id}/capture";
    public const string RefundFull = Refunds + "/full";
    public const string Refund = Refunds;
    public const string RefundOne = Refunds + "/{payment_id}";
    public const string Cancel = BackendRoutes.Order + "/cancel";
    public const string Amend = BackendRoutes.Order + "/amend";
    public const string Complete = BackendRoutes.Order + "/complete";
    public const string LineItems = BackendRoutes.Order + "/line_items";
    public const string LineItem = LineItems + "/{line_item_key}";
    public const string WalletPay = "checkout/orders/{shop_identifier}/wallet_pay";
    public const string WalletPayOrder = WalletPay + "/{wallet_order_id}";

    /// <summary>Of our own: where a gateway that sends notices is told to send them.</summary>
    public const string GatewayNotices = "checkout/gateways/{shop_identifier}/{gateway_public_id}/notices";
    public const string Timeline = BackendRoutes.Order + "/timeline";
}
