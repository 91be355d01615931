namespace Checkout.Mail.Letters;

/// <summary>Ends a template that goes beyond its limits; told to whoever wrote it.</summary>
internal sealed class LiquidLimitException(string message) : Exception(message);
