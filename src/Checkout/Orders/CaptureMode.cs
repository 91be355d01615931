namespace Checkout.Orders;

public enum CaptureMode
{
    /// <summary>Charge as soon as the order is processed or asked for.</summary>
    Immediate,

    /// <summary>Charge after <see cref="CaptureSettings.DelayHours"/>.</summary>
    Delayed,

    /// <summary>Charge only when the merchant says so.</summary>
    Manual,

    /// <summary>Verify the tender, authorize and charge later: payments stay awaitingPreAuth.</summary>
    VerifyOnly,
}
