namespace Checkout.Running;

public enum OpenWorkKind
{
    /// <summary>A message that its receiver has not taken.</summary>
    Message,

    /// <summary>A movement of money whose outcome no gateway has told, though it was asked again.</summary>
    UnknownIntent,

    /// <summary>An order that is being processed for longer than a call takes.</summary>
    Processing,
}
