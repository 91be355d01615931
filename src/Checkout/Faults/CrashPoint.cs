namespace Checkout.Faults;

/// <summary>The names: the side that is written, before and after its group write.</summary>
public static class CrashPoint
{
    public const string BeforeOrderAdd = "before-order-add";
    public const string AfterOrderAdd = "after-order-add";
    public const string BeforeOrderCommit = "before-order-commit";
    public const string AfterOrderCommit = "after-order-commit";
    public const string BeforeStockMove = "before-stock-move";
    public const string AfterStockMove = "after-stock-move";
    public const string BeforeGiftCardMove = "before-gift-card-move";
    public const string AfterGiftCardMove = "after-gift-card-move";
    public const string BeforeDiscountUse = "before-discount-use";
    public const string AfterDiscountUse = "after-discount-use";
    public const string BeforeKeyClaim = "before-key-claim";
    public const string AfterKeyClaim = "after-key-claim";
    public const string BeforeWakeUpSet = "before-wake-up-set";
    public const string AfterWakeUpSet = "after-wake-up-set";
    public const string BeforeWakeUpClear = "before-wake-up-clear";
    public const string AfterWakeUpClear = "after-wake-up-clear";
    public const string BeforeLookupAdd = "before-lookup-add";
    public const string AfterLookupAdd = "after-lookup-add";
    public const string BeforeLookupUpdate = "before-lookup-update";
    public const string AfterLookupUpdate = "after-lookup-update";
    public const string BeforeOutboxRemove = "before-outbox-remove";
    public const string AfterOutboxRemove = "after-outbox-remove";
    public const string BeforeGatewayAuthorize = "before-gateway-authorize";
    public const string AfterGatewayAuthorize = "after-gateway-authorize";
    public const string BeforeGatewayCapture = "before-gateway-capture";
    public const string AfterGatewayCapture = "after-gateway-capture";
    public const string BeforeGatewayVoid = "before-gateway-void";
    public const string AfterGatewayVoid = "after-gateway-void";
    public const string BeforeGatewayRefund = "before-gateway-refund";
    public const string AfterGatewayRefund = "after-gateway-refund";
    public const string BeforeGatewayConfirm = "before-gateway-confirm";
    public const string AfterGatewayConfirm = "after-gateway-confirm";
}
