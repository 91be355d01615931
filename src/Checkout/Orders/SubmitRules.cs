using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Discounts;
using Checkout.Pricing;
using Checkout.Shops;
using Checkout.Taxes;

namespace Checkout.Orders;

/// <summary>
/// What a shopper's order must have before money is asked for (reference/wire-contract.md, B17): everything that
/// processing checks, and payments that will cover the total.
/// </summary>
public static class SubmitRules
{
    public static ImmutableArray<Problem> Check(Order order, Shop shop, Occasion occasion)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var price = OrderPrice.Of(order);
        if (order.RequiresShipping && order.ShippingAddress is null)
            problems.Add(MissingAddress("shipping"));
        if (price.Total > 0 && order.BillingAddress is null)
            problems.Add(MissingAddress("billing"));
        problems.AddRange(ProcessOrderRules.Check(order, shop).Where(p => p.Field != "shipping_address"));
        if (order.Taxes is null && IsTaxed(order, shop))
            problems.Add(Problem.Order("tax", "The taxes were not generated.", "tax"));
        problems.AddRange(RecheckDiscounts.Check(order, shop, occasion));
        if (PaymentShare.Of(order.Payments, price.Total, retryFailed: true).Sum(share => share.Amount) < price.Total)
            problems.Add(Problem.Order("payment", "There are insufficient payments to cover this order", "payment"));
        return problems.ToImmutable();
    }

    private static bool IsTaxed(Order order, Shop shop) =>
        (order.ShippingAddress ?? order.BillingAddress) is { } address
        && order.LineItems.Any(line => line.Taxable && line.TotalPrice > 0)
        && !TaxRates.Of(shop, address).SubTotal.IsEmpty;

    private static Problem MissingAddress(string kind) =>
        Problem.Address("address_line_1", $"The {kind} address is missing.", $"{kind}_address") with { AddressType = kind };
}
