using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Addresses;
using Checkout.Http.Addresses;
using Checkout.Http.Contracts;
using Checkout.Http.Json;
using Checkout.Http.Orders;
using Checkout.Orders;
using Checkout.Plugins;
using Checkout.Shipping;
using Checkout.Shops;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Shipping;

/// <summary>
/// The lines that can be chosen. The shop's own are on the order already, so this is a read; an override is asked anew,
/// and what it answers is put on the order.
/// </summary>
public sealed class GetShippingLinesEndpoint(ShopperOrder orders, OfferShipping offer) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var listed = await orders.Change(call, null, (order, shop, occasion, cancellation) =>
            order.ClosedBecause is null ? offer.To(order, shop, cancellation) : ValueTask.FromResult<Result<Order>>(order));
        return Answers.Of(listed, ShippingLinesAnswer.Of);
    }
}

/// <summary>Selects a line by its id; a code, when given, must be that line's.</summary>
public sealed class SelectShippingLineEndpoint(ShopperOrder orders, OfferShipping offer) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var read = (await call.Read<ShippingChoice>()).Then(body => new Fields().Required("index", body.Index).Text("code", body.Code).Then(() => body));
        if (!read.Succeeded)
            return Answers.Refused(read.Problems);
        var changed = await orders.Change(call, PluginEventNames.ShippingLineChanged, async (order, shop, occasion, cancellation) =>
        {
            if (order.ClosedBecause is { } closed)
                return closed;
            var offered = await offer.To(order, shop, cancellation);
            return offered
                .Then(listed => SelectShippingLine.Decide(listed, read.Value.Index!, read.Value.Code))
                .Map(selected => ReferenceEquals(selected, order) ? order : selected.Record("shipping_line.selected", occasion));
        });
        return Answers.Of(changed, SelectedShippingAnswer.Of);
    }
}

/// <summary>The lines for another address; the order stays as it is.</summary>
public sealed class EstimateShippingLinesEndpoint(ShopperOrder orders, IShippingLines lines) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var read = await EstimatedAddress.Read(call, orders);
        if (!read.Succeeded)
            return Answers.Refused(read.Problems);
        var (order, address) = read.Value;
        var found = await lines.For(order, call.Shop, address, call.Cancellation);
        return Answers.Of(found, offered => new ShippingLinesAnswer(
            [.. ShippingAdjustments.Apply(offered, order.Plugins).Select(ShippingLineState.Of)],
            ApplicationState.Of(order)));
    }
}

/// <summary>Puts on an order what is offered for its address now.</summary>
public sealed class OfferShipping(IShippingLines lines)
{
    public async ValueTask<Result<Order>> To(Order order, Shop shop, CancellationToken cancellation)
    {
        if (order.ShippingSupplied || order.ShippingAddress is not { } address)
            return order;
        var offered = await lines.For(order, shop, address, cancellation);
        return offered.Map(found => SelectShippingLine.Offer(order, found));
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

public sealed record SelectedShippingAnswer(
    [property: JsonConverter(typeof(PhpObjectConverter<ShippingLineState>))] ShippingLineState? SelectedShipping,
    ApplicationState ApplicationState)
{
    public static SelectedShippingAnswer Of(Order order) =>
        new(order.Shipping.Selected is { } line ? ShippingLineState.Of(line) : null, ApplicationState.Of(order));
}
