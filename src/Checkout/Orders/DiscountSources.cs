namespace Checkout.Orders;

public static class DiscountSources
{
    public const string Coupon = "coupon";
    public const string Cart = "cart";
}
