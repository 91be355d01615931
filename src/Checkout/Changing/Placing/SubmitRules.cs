using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Changing.Discounts;
using Checkout.Changing.Taxes;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Shops;

namespace Checkout.Changing.Placing;

/// <summary>
/// What a shopper's order must have before money is asked for (docs/contract/storefront.md#place-the-order): everything that
/// processing checks, and payments that will cover the total.
/// </summary>
public static class SubmitRules
{
    public static ImmutableArray<Problem> Check(Order order, Shop shop, Occasion occasion) =>
        [.. CheckUnpaid(order, shop, occasion), .. CheckPayments(order)];

    /// <summary>As <see cref="Check"/>, for an order that is still to be paid.</summary>
    public static ImmutableArray<Problem> CheckUnpaid(Order order, Shop shop, Occasion occasion)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        problems.AddRange(CheckAddresses(order));
        problems.AddRange(ProcessOrderRules.CheckContent(order));
        problems.AddRange(ProcessOrderRules.CheckShippingLine(order, shop));
        if (order.Taxes is null && IsTaxed(order, shop))
            problems.Add(Problem.Order("tax", "The taxes were not generated.", "tax"));
        problems.AddRange(RecheckDiscounts.Check(order, shop, occasion));
        return problems.ToImmutable();
    }

    private static ImmutableArray<Problem> CheckPayments(Order order)
    {
        var total = OrderPrice.Of(order).Total;
        return PaymentShare.Of(order.Payments, total, retryFailed: true).Sum(share => share.Amount) < total
            ? [Problem.Order("payment", "There are insufficient payments to cover this order", "payment")]
            : [];
    }

    /// <summary>Where the order goes, and whom to bill for it where it costs something: setting an address asks for less.</summary>
    public static IEnumerable<Problem> CheckAddresses(Order order)
    {
        if (order.RequiresShipping && order.ShippingAddress is not { AddressLine1.Length: > 0 })
            yield return MissingAddress("shipping");
        if (OrderPrice.Of(order).Total <= 0)
            yield break;
        foreach (var problem in CheckBilling(order.BillingAddress))
            yield return problem;
    }

    /// <summary>Setting an address asks for its country alone; whom and where to bill must be known by now.</summary>
    private static IEnumerable<Problem> CheckBilling(Address? address)
    {
        if (address is not { AddressLine1.Length: > 0 })
        {
            yield return MissingAddress("billing");
            yield break;
        }

        if (address.FirstName.Length == 0)
            yield return Unnamed("first_name", "first");
        if (address.LastName.Length == 0)
            yield return Unnamed("last_name", "last");

        static Problem Unnamed(string field, string which) =>
            Problem.Order(field, $"The billing address has no {which} name.", "billing_address") with
            {
                AddressType = "billing",
            };
    }

    private static bool IsTaxed(Order order, Shop shop) =>
        TaxRates.Of(shop, order) is { } rates
        && order.LineItems.Any(line => line.Taxable && line.TotalPrice > 0)
        && rates.Destinations.Values.Append(rates).Any(each => !each.SubTotal.IsEmpty);

    private static Problem MissingAddress(string kind) =>
        Problem.Address("address_line_1", $"The {kind} address is missing or has no street.", $"{kind}_address") with
        {
            AddressType = kind,
        };
}
