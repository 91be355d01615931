namespace Checkout.Money;

/// <summary>How a fee or discount is reckoned.</summary>
public enum AmountKind
{
    /// <summary>A number of minor units.</summary>
    Fixed,

    /// <summary>Per cent: 10 is ten per cent.</summary>
    Percentage,
}
