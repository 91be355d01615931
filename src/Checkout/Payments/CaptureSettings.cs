namespace Checkout.Payments;

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

/// <summary>When authorized money is captured: the shop's rule, or one order's own.</summary>
public sealed record CaptureSettings(CaptureMode Mode = CaptureMode.Manual, int DelayHours = 0);
