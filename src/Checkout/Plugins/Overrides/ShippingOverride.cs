using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Addresses;
using Checkout.Changing.Shipping;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Plugins.Calls;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Plugins.Overrides;

/// <summary>Shipping lines from the override where there is one, from the shop's zones otherwise.</summary>
public sealed class ShippingOverride(OverrideCalls overrides) : IShippingLines
{
    private const decimal Largest = 10_000_000m;

    public async Task<Result<ImmutableArray<ShippingLine>>> For(Order order, Shop shop, Address address, CancellationToken cancellation)
    {
        if (OverrideCalls.Of(order, OverrideKinds.Shipping) is not { } @override)
            return ShippingRates.For(order, shop, address);
        var answer = await overrides.Ask(
            @override,
            OverrideKinds.Shipping,
            OverrideRequests.Shipping(order, shop, await overrides.OnHand(order, cancellation), address),
            json => Read(json, order),
            cancellation
        );
        return answer.Map(lines => lines.ToImmutableArray());
    }

    /// <summary>Values are in major units: 10.5 is $10.50.</summary>
    private static List<ShippingLine>? Read(JsonElement answer, Order order)
    {
        var currency = Currency.Of(order.Currency.Code);
        var lines = new List<ShippingLine>();
        foreach (var rate in answer.GetProperty("rates").EnumerateArray())
        {
            if (Reading.Number(rate, "value") is not (>= 0 and <= Largest and var value))
                return null;
            var code = Reading.Text(rate, "code");
            lines.Add(
                new ShippingLine(
                    lines.Count.ToString(),
                    Reading.Text(rate, "line_text") is { Length: > 0 } text ? text : code,
                    currency.ToMinorUnits(value),
                    code
                )
                {
                    Preselected = Reading.Flag(rate, "selected"),
                }
            );
        }

        return lines;
    }
}
