using Checkout.Orders;

namespace Checkout.Changing.Discounts;

/// <summary>Takes a code and all its discounts off the order (docs/contract/storefront.md#discount-codes).</summary>
public static class RemoveDiscountCode
{
    public static Result<Order> Decide(Order order, string code, Occasion occasion)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        code = code.Trim();
        if (code.Length == 0)
            return new Problem("The discount code is missing.", "authorization", "code", "");
        var left = order.Discounts.RemoveAll(d => string.Equals(d.Code, code, StringComparison.OrdinalIgnoreCase));
        return left.Length == order.Discounts.Length
            ? Problem.Order("discounts", "The order has no such discount code.", "discounts")
            : (order with { Discounts = left }).Record("discount.removed", occasion, detail: code);
    }
}
