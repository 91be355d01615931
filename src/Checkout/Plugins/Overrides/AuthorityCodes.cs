using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Plugins.Overrides;

/// <summary>Discount codes of an order whose remote state authority decides on them (docs/contract/platforms.md#discounts).</summary>
public sealed class AuthorityCodes(IStateAuthority authority)
{
    private const string TakesAnother = "The discount code takes another amount by now. Remove it and enter it again.";

    /// <summary>
    /// The order with the code, and with all that the authority takes from it then: a rule of the cart may give way to it.
    /// </summary>
    public async Task<Result<Order>> Enter(Order order, Shop shop, string code, string id, CancellationToken cancellation) =>
        (await Ask(order, shop, code, cancellation)).Then(state =>
            Found(state, code)
                .Map(found =>
                    AskAuthority.Follow(order with { Discounts = order.Discounts.Add(AuthorityDiscounts.Discount(found, id)) }, state)
                )
        );

    /// <summary>When the order is placed a code must take what the order says.</summary>
    public async Task<Result<OrderDiscount>> Confirm(Order order, Shop shop, OrderDiscount discount, CancellationToken cancellation) =>
        (await Ask(order, shop, discount.Code, cancellation))
            .Then(state => Found(state, discount.Code))
            .Then<OrderDiscount>(found => found.Amount == discount.Value ? discount : Refused(TakesAnother));

    private Task<Result<RemoteState>> Ask(Order order, Shop shop, string code, CancellationToken cancellation) =>
        authority.Ask(order, shop, [new StateChange(StateChange.AddDiscountCode, code)], cancellation);

    private static Result<RemoteDiscount> Found(RemoteState state, string code) =>
        AuthorityDiscounts.OfCode(state.Discounts, code) is { } found ? found : Refused("The discount code is not valid.");

    private static Problem Refused(string reason) => Problem.Order("discounts", reason, "discounts");
}
