using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Http.Frame.Json;
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
        var steps = Steps().ToImmutableArray();
        return steps.IsEmpty
            ? new RemoteState()
            : (await Walk(steps, shop, authority, cancellation)).Then(cart => Read(cart, order, shop));

        IEnumerable<AuthorityQuestion> Steps()
        {
            if (Has([StateChange.RemoveDiscountCode]))
                yield return new AuthorityQuestion(HttpMethod.Delete, PathTo("coupons", order, shop), null, "discounts");
            if (Has(OfAddresses))
                yield return Addresses(order, shop);
            if (changes.FirstOrDefault(c => c.Name == StateChange.AddDiscountCode) is { Code: { } code })
                yield return new AuthorityQuestion(
                    HttpMethod.Post,
                    PathTo("coupons", order, shop),
                    new JsonObject { ["couponCode"] = code },
                    "discounts"
                );
            if (Has([StateChange.SetShippingLine, StateChange.ApplyTaxes]) && order.Shipping.Selected is { } line)
                yield return Method(line, order, shop);
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
        var question = new AuthorityQuestion(HttpMethod.Get, PathTo("inventory", order, shop), null, "cart_items");
        var answer = await Send(question, shop, authority, cancellation);
        return answer.Then(stock =>
            LooseJson.Try(() => ShortOf(stock)) is { } keys ? keys.ToImmutableArray() : Unreadable<ImmutableArray<string>>(shop)
        );
    }

    private static string[] ShortOf(JsonElement stock) =>
        [
            .. stock
                .GetProperty("inventory_data")
                .EnumerateArray()
                .Where(item => item.GetProperty("salable").ValueKind is JsonValueKind.False)
                .Select(item => item.GetProperty("cart_item_id").ToString()),
        ];

    /// <summary>The cart after the last step, of which there is one.</summary>
    private async Task<Result<JsonElement>> Walk(
        ImmutableArray<AuthorityQuestion> steps,
        Shop shop,
        RemoteStateAuthority authority,
        CancellationToken cancellation
    )
    {
        Result<JsonElement> cart = default(JsonElement);
        foreach (var step in steps)
        {
            cart = await Send(step, shop, authority, cancellation);
            if (!cart.Succeeded)
                break;
        }

        return cart;
    }

    private async Task<Result<JsonElement>> Send(
        AuthorityQuestion question,
        Shop shop,
        RemoteStateAuthority authority,
        CancellationToken cancellation
    )
    {
        var answer = await calls.Send(shop, authority, question, cancellation);
        return answer.Succeeded ? answer
            : MagentoRefusal.IsOfRoute(answer.Problems[0]) ? calls.Failed(shop, answer.Problems[0].Message)
            : MagentoRefusal.IsOfCart(answer.Problems[0]) ? MagentoRefusal.CartIsGone
            : answer;
    }

    private Result<RemoteState> Read(JsonElement cart, Order order, Shop shop) =>
        LooseJson.Try(() => MagentoState.Of(cart, order, shop)) is { } state ? state : Unreadable<RemoteState>(shop);

    private Result<T> Unreadable<T>(Shop shop) => calls.Failed(shop, "The cart cannot be read.");

    private static AuthorityQuestion Addresses(Order order, Shop shop) =>
        new(HttpMethod.Post, PathTo("addresses", order, shop), MagentoAddresses.Of(order), "address");

    /// <summary>Carriers have no underscore in their codes, methods may.</summary>
    private static AuthorityQuestion Method(ShippingLine line, Order order, Shop shop)
    {
        var parts = line.Code.Split('_', 2);
        var body = new JsonObject { ["shippingCarrierCode"] = parts[0], ["shippingMethodCode"] = parts[^1] };
        return new AuthorityQuestion(HttpMethod.Post, PathTo("shippingMethod", order, shop), body, "index");
    }

    private static string PathTo(string route, Order order, Shop shop) =>
        $"shops/{shop.Identifier}/cart/{Uri.EscapeDataString(order.Plugins.AuthorityCartId!)}/{route}";
}
