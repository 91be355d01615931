namespace Checkout.Money;

/// <summary>How a fee or discount is calculated.</summary>
public enum AmountKind
{
    /// <summary>A number of minor units.</summary>
    Fixed,

    /// <summary>Per cent: 10 is ten per cent.</summary>
    Percentage,
}
