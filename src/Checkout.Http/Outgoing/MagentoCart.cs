using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Http.Outgoing;

/// <summary>
/// The cart of a Magento with Bold's checkout module: each change of an order becomes calls of its routes, whose answers are the
/// whole cart (docs/contract/platforms.md#magento-cart). Every call says all that it is about, so it may come again.
/// </summary>
public sealed class MagentoCart(AuthorityCalls calls)
{
    private static readonly ImmutableArray<string> OfAddresses =
    [
        StateChange.SetShippingAddress,
        StateChange.RemoveShippingAddress,
        StateChange.SetBillingAddress,
        StateChange.RemoveBillingAddress,
        StateChange.GetShippingLines,
        StateChange.EstimateShipping,
        StateChange.ApplyTaxes,
        StateChange.EstimateTax,
    ];

    private static readonly ImmutableArray<string> OfLines =
    [
        StateChange.AddLineItem,
        StateChange.UpdateLineItem,
        StateChange.RemoveLineItem,
    ];

    public async Task<Result<RemoteState>> Ask(
        Order order,
        Shop shop,
        RemoteStateAuthority authority,
        ImmutableArray<StateChange> changes,
        CancellationToken cancellation
    )
    {
        if (Has(OfLines))
            return Problem.Order("cart_items", "The items are those of the store's cart: change them there.", "platform_cart");
        var answered = (JsonElement?)null;
        foreach (var step in Steps())
        {
            var answer = await calls.Send(
                authority,
                step.Method,
                $"{PathOf(order, shop)}/{step.Path}",
                step.Body,
                step.Field,
                cancellation
            );
            if (!answer.Succeeded)
                return answer.Cast<RemoteState>();
            answered = answer.Value;
        }

        return answered is not { } cart ? new RemoteState() : Read(() => MagentoState.Of(cart, order, shop));

        IEnumerable<Step> Steps()
        {
            if (Has([StateChange.RemoveDiscountCode]))
                yield return new Step(HttpMethod.Delete, "coupons", null, "discounts");
            if (Has(OfAddresses))
                yield return new Step(HttpMethod.Post, "addresses", MagentoAddresses.Of(order), "address");
            if (changes.FirstOrDefault(c => c.Name == StateChange.AddDiscountCode) is { Code: { } code })
                yield return new Step(HttpMethod.Post, "coupons", new JsonObject { ["couponCode"] = code }, "discounts");
            if (Has([StateChange.SetShippingLine, StateChange.ApplyTaxes]) && order.Shipping.Selected is { } line)
                yield return new Step(HttpMethod.Post, "shippingMethod", MethodOf(line), "index");
        }

        bool Has(ImmutableArray<string> names) => changes.Any(change => names.Contains(change.Name, StringComparer.Ordinal));
    }

    public async Task<Result<ImmutableArray<string>>> ShortOf(
        Order order,
        Shop shop,
        RemoteStateAuthority authority,
        CancellationToken cancellation
    )
    {
        var answer = await calls.Send(authority, HttpMethod.Get, $"{PathOf(order, shop)}/inventory", null, "cart_items", cancellation);
        return answer.Then(stock =>
            Read<ImmutableArray<string>>(() =>
                [
                    .. stock
                        .GetProperty("inventory_data")
                        .EnumerateArray()
                        .Where(item => item.GetProperty("salable").ValueKind is JsonValueKind.False)
                        .Select(item => item.GetProperty("cart_item_id").ToString()),
                ]
            )
        );
    }

    private static string PathOf(Order order, Shop shop) =>
        $"shops/{shop.Identifier}/cart/{Uri.EscapeDataString(order.Plugins.AuthorityCartId!)}";

    /// <summary>Carriers have no underscore in their codes, methods may.</summary>
    private static JsonObject MethodOf(ShippingLine line)
    {
        var parts = line.Code.Split('_', 2);
        return new JsonObject { ["shippingCarrierCode"] = parts[0], ["shippingMethodCode"] = parts[^1] };
    }

    private static Result<T> Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception nonsense)
            when (nonsense is KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            return AuthorityCalls.Failed("The cart cannot be read.");
        }
    }

    private sealed record Step(HttpMethod Method, string Path, JsonObject? Body, string Field);
}
