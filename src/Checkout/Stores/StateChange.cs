using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Stores;

/// <summary>A change of an order in the names of the Checkout RSA (docs/contract/platforms.md#remote-state-authority).</summary>
/// <param name="Code">The discount code that is added or removed.</param>
public sealed record StateChange(string Name, string? Code = null)
{
    public const string SetCustomer = nameof(SetCustomer);
    public const string RemoveCustomer = nameof(RemoveCustomer);
    public const string SetShippingAddress = nameof(SetShippingAddress);
    public const string RemoveShippingAddress = nameof(RemoveShippingAddress);
    public const string SetBillingAddress = nameof(SetBillingAddress);
    public const string RemoveBillingAddress = nameof(RemoveBillingAddress);
    public const string GetShippingLines = nameof(GetShippingLines);
    public const string SetShippingLine = nameof(SetShippingLine);
    public const string ApplyTaxes = nameof(ApplyTaxes);
    public const string AddDiscountCode = nameof(AddDiscountCode);
    public const string RemoveDiscountCode = nameof(RemoveDiscountCode);
    public const string AddLineItem = nameof(AddLineItem);
    public const string UpdateLineItem = nameof(UpdateLineItem);
    public const string RemoveLineItem = nameof(RemoveLineItem);
    public const string EstimateShipping = nameof(EstimateShipping);
    public const string EstimateTax = nameof(EstimateTax);

    /// <summary>What differs between two states; everything is new in an order that begins.</summary>
    public static ImmutableArray<StateChange> Between(Order? previous, Order next)
    {
        var changes = ImmutableArray.CreateBuilder<StateChange>();
        Changed(previous?.Customer, next.Customer, SetCustomer, RemoveCustomer);
        Changed(previous?.ShippingAddress, next.ShippingAddress, SetShippingAddress, RemoveShippingAddress);
        Changed(previous?.BillingAddress, next.BillingAddress, SetBillingAddress, RemoveBillingAddress);
        if (previous is null || !previous.Shipping.Available.SequenceEqual(next.Shipping.Available))
            When(!next.Shipping.Available.IsEmpty, GetShippingLines);
        When(next.Shipping.Selected is not null && previous?.Shipping.Selected != next.Shipping.Selected, SetShippingLine);
        When(next.Taxes is not null && !ReferenceEquals(previous?.Taxes, next.Taxes), ApplyTaxes);
        changes.AddRange(OfCodes(Codes(previous), Codes(next)));
        changes.AddRange(OfLines(previous, next));
        return changes.ToImmutable();

        void Changed<T>(T? was, T? now, string set, string removed)
            where T : class
        {
            When(now is not null && !Equals(was, now), set);
            When(now is null && was is not null, removed);
        }

        void When(bool holds, string name)
        {
            if (holds)
                changes.Add(new StateChange(name));
        }
    }

    private static IEnumerable<StateChange> OfCodes(HashSet<string> before, HashSet<string> now)
    {
        if (now.FirstOrDefault(code => !before.Contains(code)) is { } added)
            yield return new StateChange(AddDiscountCode, added);
        if (before.FirstOrDefault(code => !now.Contains(code)) is { } removed)
            yield return new StateChange(RemoveDiscountCode, removed);
    }

    private static IEnumerable<StateChange> OfLines(Order? previous, Order next)
    {
        var lines = next.LineItems.ToDictionary(l => l.Key, StringComparer.Ordinal);
        var before = (previous?.LineItems ?? []).ToDictionary(l => l.Key, StringComparer.Ordinal);
        if (lines.Keys.Any(key => !before.ContainsKey(key)))
            yield return new StateChange(AddLineItem);
        if (lines.Any(l => before.TryGetValue(l.Key, out var was) && was.Quantity != l.Value.Quantity))
            yield return new StateChange(UpdateLineItem);
        if (before.Keys.Any(key => !lines.ContainsKey(key)))
            yield return new StateChange(RemoveLineItem);
    }

    private static HashSet<string> Codes(Order? order) =>
        (order?.Discounts ?? []).Where(d => d.Code.Length > 0).Select(d => d.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
