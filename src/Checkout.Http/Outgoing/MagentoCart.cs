using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Addresses;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Http.Outgoing;

/// <summary>
/// The cart of a Magento with Bold's checkout module: each change of an order becomes calls of its routes, whose answers are the
/// whole cart (docs/contract/platforms.md#magento-cart). Every call says all that it is about, so it may come again.
/// </summary>
public sealed class MagentoCart(AuthorityCalls calls, AskedOnce asked)
{
    private static readonly ImmutableArray<string> OfAddresses =
    [
        StateChange.SetShippingAddress,
        StateChange.RemoveShippingAddress,
        StateChange.SetBillingAddress,
        StateChange.RemoveBillingAddress,
        StateChange.GetShippingLines,
        StateChange.ApplyTaxes,
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
            : (await Walk(await ConversationOf(order), steps, shop, authority, cancellation)).Then(cart => Read(cart, order, shop));

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

    /// <summary>
    /// The store has no route that only calculates: the address is put on its cart, and what the order has is put back, also after a
    /// refusal and when the caller has gone: once it has begun it is not canceled.
    /// </summary>
    public async Task<Result<RemoteState>> Estimate(
        Order order,
        Address at,
        Shop shop,
        RemoteStateAuthority authority,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var conversation = await ConversationOf(order);
        var moved = order with { ShippingAddress = at };
        var estimated = await Walk(conversation, [Addresses(moved, shop)], shop, authority, CancellationToken.None);
        ImmutableArray<AuthorityQuestion> back = order.Shipping.Selected is { } line
            ? [Addresses(order, shop), Method(line, order, shop)]
            : [Addresses(order, shop)];
        var restored = await Walk(conversation, back, shop, authority, CancellationToken.None);
        return estimated.Succeeded && !restored.Succeeded ? restored.Cast<RemoteState>() : estimated.Then(cart => Read(cart, moved, shop));
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

    /// <summary>
    /// The cart after the last step. Addresses that the cart has by this change are not sent again: what it answered last is the whole
    /// of it.
    /// </summary>
    private async Task<Result<JsonElement>> Walk(
        Conversation conversation,
        ImmutableArray<AuthorityQuestion> steps,
        Shop shop,
        RemoteStateAuthority authority,
        CancellationToken cancellation
    )
    {
        foreach (var step in steps)
        {
            if (conversation.Knows(step))
                continue;
            var answer = await Send(step, shop, authority, cancellation);
            conversation.Hear(step, answer);
            if (!answer.Succeeded)
                return answer;
        }

        return conversation.Cart;
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

    private Task<Conversation> ConversationOf(Order order) =>
        asked.GetForTry($"magento_cart {order.ShopIdentifier} {order.Plugins.AuthorityCartId}", () => Task.FromResult(new Conversation()));

    private Result<RemoteState> Read(JsonElement cart, Order order, Shop shop) =>
        LooseJson.Try(() => MagentoState.Of(cart, order, shop)) is { } state ? state : Unreadable<RemoteState>(shop);

    private Result<T> Unreadable<T>(Shop shop) => calls.Failed(shop, "The cart cannot be read.");

    private static AuthorityQuestion Addresses(Order order, Shop shop) =>
        new(HttpMethod.Post, PathTo(Conversation.Addresses, order, shop), MagentoAddresses.Of(order), "address");

    /// <summary>Carriers have no underscore in their codes, methods may.</summary>
    private static AuthorityQuestion Method(ShippingLine line, Order order, Shop shop)
    {
        var parts = line.Code.Split('_', 2);
        var body = new JsonObject { ["shippingCarrierCode"] = parts[0], ["shippingMethodCode"] = parts[^1] };
        return new AuthorityQuestion(HttpMethod.Post, PathTo("shippingMethod", order, shop), body, "index");
    }

    private static string PathTo(string route, Order order, Shop shop) =>
        $"shops/{shop.Identifier}/cart/{Uri.EscapeDataString(order.Plugins.AuthorityCartId!)}/{route}";

    /// <summary>What one try of a change has said to the cart, and what that is since then unless another change was faster.</summary>
    private sealed class Conversation
    {
        public const string Addresses = "addresses";
        private string? addresses;

        public JsonElement Cart { get; private set; }

        public bool Knows(AuthorityQuestion step) => addresses is not null && AddressesIn(step) == addresses;

        public void Hear(AuthorityQuestion step, Result<JsonElement> answer)
        {
            if (answer.Succeeded)
                Cart = answer.Value;
            if (!answer.Succeeded || AddressesIn(step) is not null)
                addresses = answer.Succeeded ? AddressesIn(step) : null;
        }

        private static string? AddressesIn(AuthorityQuestion step) =>
            step.Path.EndsWith($"/{Addresses}", StringComparison.Ordinal) ? step.Body?.ToJsonString() : null;
    }
}
