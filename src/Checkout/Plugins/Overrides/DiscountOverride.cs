using Checkout.Money;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Overrides;

/// <summary>Asks the discount override of an order (docs/contract/overrides.md#discount).</summary>
public sealed class DiscountOverride(OverrideCalls overrides, IOverrideQuestions questions)
{
    /// <summary>
    /// The discount behind a code, with what limits it; refused with the override's message when it knows no such code or a condition
    /// does not hold.
    /// </summary>
    public async Task<Result<OrderDiscount>> Find(
        OrderOverride @override,
        Order order,
        Shop shop,
        string code,
        bool finalize,
        string id,
        CancellationToken cancellation
    )
    {
        var answer = await overrides.Ask(
            @override,
            OverrideKinds.Discount,
            questions.Discount(order, shop, await overrides.OnHand(order, cancellation), code, finalize),
            cancellation
        );
        return answer.Then(found => Check(order, found).Then(_ => Discount(found, code.Trim(), id)));
    }

    private static Result<FoundDiscount> Check(Order order, FoundDiscount found) =>
        !found.IsFound ? Refused("The discount code is not valid.", found)
        : !found.IsValid ? Refused("The discount code cannot be used.", found)
        : found.Conditions.Select(condition => condition.WhyNot(order)).FirstOrDefault(reason => reason is not null) is { } reason
            ? Refused(reason, found)
        : found;

    private static Problem Refused(string reason, FoundDiscount found) =>
        Problem.Order("discounts", found.Message.Length > 0 && !found.IsValid ? found.Message : reason, "discounts");

    private static Result<OrderDiscount> Discount(FoundDiscount found, string code, string id)
    {
        var (target, kind) = found.Kind switch
        {
            DiscountKinds.FixedAmount => (DiscountTarget.Order, AmountKind.Fixed),
            DiscountKinds.Percentage => (DiscountTarget.Order, AmountKind.Percentage),
            DiscountKinds.FreeShipping => (DiscountTarget.Shipping, AmountKind.Percentage),
            DiscountKinds.ShippingFixedAmount => (DiscountTarget.Shipping, AmountKind.Fixed),
            DiscountKinds.ShippingPercentage => (DiscountTarget.Shipping, AmountKind.Percentage),
            DiscountKinds.FixedExceptProductsInList or DiscountKinds.FixedProductsInList => (DiscountTarget.Lines, AmountKind.Fixed),
            _ => (DiscountTarget.Lines, AmountKind.Percentage),
        };
        var except = found.Kind.Contains("Except", StringComparison.Ordinal);

        // An empty list in a discount means every line; in "products in list" it means none.
        if (target is DiscountTarget.Lines && !except && found.ItemKeys.IsEmpty)
            return Refused("No item of the order is eligible for this discount code.", found);
        return new OrderDiscount(
            id,
            code,
            found.Message.Length > 0 ? found.Message : code,
            target,
            kind,
            found.Kind == DiscountKinds.FreeShipping ? 100 : found.Amount
        )
        {
            LineItemKeys = target is DiscountTarget.Lines ? found.ItemKeys : [],
            ExceptLines = except,
            FromOverride = true,
            UseLimitPerCustomer = found.Conditions.Select(c => c.UseLimitPerCustomer).FirstOrDefault(limit => limit is not null),
        };
    }
}
