namespace Checkout.Http.Frame;

/// <summary>A slice by which a shopper's card or gift card is tried: it is limited how often one may be refused.</summary>
public interface ITakesTender : ISlice;
