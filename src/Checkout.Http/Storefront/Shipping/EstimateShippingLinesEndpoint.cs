using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Addresses;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Http.Storefront.Addresses;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Http.Storefront.Shipping;

/// <summary>The lines for another address; the order stays as it is.</summary>
public sealed class EstimateShippingLinesEndpoint(ShopperOrder orders, IShippingLines lines) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = await EstimatedAddress.Read(call, orders);
        if (!read.Succeeded)
            return read.Problems;
        var (order, address) = read.Value;
        var found = await lines.For(Own(order), call.Shop, address, call.Cancellation);
        return Reply.Of(
            found,
            offered => new ShippingLinesAnswer(
                [.. ShippingAdjustments.Apply(offered, order.Plugins).Select(ShippingLineState.Of)],
                ApplicationState.Of(order)
            )
        );
    }

    /// <summary>What goes to other addresses goes there whatever the order's own is.</summary>
    private static Order Own(Order order) => OrderDestinations.IsDivided(order) ? OrderDestinations.Part(order, OwnOf(order)) : order;

    private static Destination OwnOf(Order order) =>
        new((order.ShippingAddress ?? new Address()) with { Id = OrderDestinations.OwnIdOf(order) }, OrderDestinations.Rest(order));
}

/// <summary>Puts on an order what is offered for its addresses now.</summary>
public sealed class OfferShipping(IShippingLines lines)
{
    public async ValueTask<Result<Order>> To(Order order, Shop shop, CancellationToken cancellation)
    {
        if (order.ShippingSupplied)
            return order;
        return await lines.Offer(order, shop, cancellation);
    }
}

public sealed record ShippingChoice
{
    /// <summary>The id of the line, such as "0".</summary>
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Index { get; init; }
    public string? Code { get; init; }
}

public sealed record ShippingLinesAnswer(ImmutableArray<ShippingLineState> ShippingLines, ApplicationState ApplicationState)
{
    public static ShippingLinesAnswer Of(Order order) =>
        new([.. order.Shipping.Available.Select(ShippingLineState.Of)], ApplicationState.Of(order));
}

/// <param name="SelectedShipping">Null when none is chosen.</param>
public sealed record SelectedShippingAnswer(ShippingLineState? SelectedShipping, ApplicationState ApplicationState)
{
    public static SelectedShippingAnswer Of(Order order) =>
        new(order.Shipping.Selected is { } line ? ShippingLineState.Of(line) : null, ApplicationState.Of(order));
}
