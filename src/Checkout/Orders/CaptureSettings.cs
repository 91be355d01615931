namespace Checkout.Orders;

/// <summary>When authorized money is captured: the shop's rule, or one order's own.</summary>
public sealed record CaptureSettings(CaptureMode Mode = CaptureMode.Manual, int DelayHours = 0);
