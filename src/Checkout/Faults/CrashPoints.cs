namespace Checkout.Faults;

/// <summary>
/// Named places around every commit at which a test may end the process, to show that what was begun is found again.
/// </summary>
public interface ICrashPoints
{
    /// <summary>Does nothing outside a test; under one it may not return.</summary>
    /// <param name="name">One of <see cref="CrashPoint"/>.</param>
    void Reach(string name);
}

/// <summary>What every host uses unless it is asked to fail.</summary>
public sealed class NoCrashPoints : ICrashPoints
{
    public void Reach(string name)
    {
    }
}

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
    public const string BeforeLookupClose = "before-lookup-close";
    public const string AfterLookupClose = "after-lookup-close";
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
