using System.Collections.Immutable;
using Checkout.Changing.Shipping;
using Checkout.Http.Frame;
using Checkout.Http.Storefront.Shipping;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce;

public sealed class SelectShippingOptionEndpoint(Checkouts checkouts, OfferShipping offer) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var option = call.Route(BigCommerceRoutes.OptionId);
        var changed = await checkouts.Change(
            call,
            PluginEventNames.ShippingLineChanged,
            async (order, shop, occasion, cancellation) =>
            {
                if (order.ClosedBecause is { } closed)
                    return closed;
                if (!ShippingOptionsAnswer.Knows(call, order))
                    return CheckoutAddresses.NoSuchAddress();
                return Select(order, await offer.To(order, shop, cancellation), call.Route(BigCommerceRoutes.AddressId), option, occasion);
            }
        );
        return ShippingOptionsAnswer.Answer(call, changed);
    }

    /// <summary>For what goes to that address; what is selected for others stays.</summary>
    internal static Result<Order> Select(Order order, Result<Order> offered, string addressId, string option, Occasion occasion) =>
        offered
            .Then(listed =>
                OrderDestinations.OfferedTo(listed, addressId).Available.All(line => line.Id != option)
                    ? Problem.NotFound("There is no such shipping option.") with
                    {
                        Type = "shipping_line",
                        Field = "shippingOptionId",
                    }
                    : SelectShippingLine.For(listed, addressId, option)
            )
            .Map(selected => ReferenceEquals(selected, order) ? order : selected.Record("shipping_line.selected", occasion));
}

/// <param name="FormattedPrice">The price as a text of digits.</param>
/// <param name="ImageUrl">Shops here keep no image of a shipping line.</param>
/// <param name="TransitTime">Where a shop tells one, it is in the description.</param>
public sealed record ShippingOption(
    string Id,
    string Description,
    decimal Price,
    string FormattedPrice,
    string? ImageUrl,
    bool Selected,
    string? TransitTime
);

/// <summary>The options by the address they are for.</summary>
public sealed record CheckoutShippingOptions(ImmutableDictionary<string, ImmutableArray<ShippingOption>> ByAddress)
{
    [System.Text.Json.Serialization.JsonPropertyName("shippingOptions")]
    public ImmutableDictionary<string, ImmutableArray<ShippingOption>> ByAddress { get; init; } = ByAddress;
}

public sealed record ShippingOptionsAnswer(Meta Meta, CheckoutShippingOptions Data)
{
    internal static bool Knows(Call call, Order order) =>
        OrderDestinations.Addresses(order).Any(a => a.Id == call.Route(BigCommerceRoutes.AddressId));

    internal static Reply Answer(Call call, Result<Order> result)
    {
        if (!result.Succeeded)
            return result.Problems;
        var order = result.Value;
        var currency = Currency.Of(order.Currency.Code);
        var shipping = OrderDestinations.OfferedTo(order, call.Route(BigCommerceRoutes.AddressId));
        ImmutableArray<ShippingOption> options =
        [
            .. shipping.Available.Select(line => new ShippingOption(
                line.Id,
                line.Description,
                currency.ToDecimal(line.Amount),
                currency.ToText(line.Amount),
                ImageUrl: null,
                line == shipping.Selected,
                TransitTime: null
            )),
        ];
        return Reply.Of(
            new ShippingOptionsAnswer(
                Meta.Of(order),
                new CheckoutShippingOptions(
                    ImmutableDictionary<string, ImmutableArray<ShippingOption>>.Empty.Add(call.Route(BigCommerceRoutes.AddressId), options)
                )
            )
        );
    }
}
