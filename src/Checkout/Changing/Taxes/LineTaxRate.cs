namespace Checkout.Changing.Taxes;

/// <param name="AmountPerUnit">Minor units for one unit of the line; beats the rate, which then is for display.</param>
public sealed record LineTaxRate(string Name, decimal Rate, long? AmountPerUnit = null);
