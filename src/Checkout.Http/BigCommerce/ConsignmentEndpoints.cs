using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Addresses;
using Checkout.Http.Json;
using Checkout.Http.Shipping;
using Checkout.Orders;
using Checkout.Plugins;
using Checkout.Plugins.Overrides;
using Checkout.Shops;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.BigCommerce;

/// <summary>
/// Sends items to addresses: today's API has the call, and the page's consignments cannot be had without one. The answer is
/// the checkout.
/// </summary>
public sealed class AddConsignmentsEndpoint(Checkouts checkouts, CheckAddress check, OfferShipping offer) : ISlice
{
    private const int Most = 50;

    public async Task<IResult> Handle(Call call)
    {
        var read = (await call.Read<ConsignmentRequest[]>()).Then(Check);
        if (!read.Succeeded)
            return Answers.Refused(call.Endpoint, read.Problems);
        var changed = await checkouts.Change(call, PluginEventNames.ShippingAddressChanged, async (order, shop, occasion, cancellation) =>
        {
            if (order.ClosedBecause is { } closed)
                return closed;
            Result<Order> sent = order;
            foreach (var (address, addressId, items) in read.Value)
            {
                if (!sent.Succeeded)
                    return sent;
                var id = addressId;
                if (address is not null)
                {
                    var verdict = await check.Of(sent.Value, shop, ResolveAddress.Of(address), AddressKind.Shipping, cancellation);
                    var isFirst = sent.Value.ShippingAddress is null;
                    sent = ShippingAddresses.Add(sent.Value, shop, address, occasion, verdict);
                    id = sent.Succeeded ? address.Id ?? ShippingAddresses.Of(sent.Value)[isFirst ? 0 : sent.Value.FurtherShippingAddresses.Length].Id! : "";
                }

                sent = sent.Then(next => Lines(next, items).Then(lines => ShippingAddresses.Send(next, id, lines, occasion)));
            }

            return await offer.IfWanted(call, sent, shop, cancellation);
        });
        return await checkouts.Answer(call, changed);
    }

    /// <summary>Ids of our lines. A line goes to one place: a part of its quantity cannot be sent elsewhere.</summary>
    internal static Result<string[]> Lines(Order order, ImmutableArray<ConsignmentItem> items)
    {
        var lines = items.Select(item => order.LineItems.FirstOrDefault(line => NumericId.Means(item?.ItemId ?? "", line.Id))).ToList();
        if (lines.Contains(null))
            return Problem.Invalid("itemId", "lineItems: the cart has no such item.", "line_item_not_found");
        return lines.Zip(items).All(pair => pair.Second.Quantity is not { } quantity || quantity == pair.First!.Quantity)
            ? lines.Select(line => line!.Id).ToArray()
            : Problem.Invalid("quantity", "lineItems: an item is sent whole.", "out_of_range");
    }

    private static Result<ImmutableArray<Sending>> Check(ConsignmentRequest[] bodies)
    {
        if (bodies.Length is 0 or > Most)
            return Problem.Invalid("consignments", $"There must be from 1 to {Most} consignments.", "required");
        var sendings = ImmutableArray.CreateBuilder<Sending>();
        foreach (var body in bodies)
        {
            if (body?.LineItems is not { Length: > 0 } items)
                return Problem.Invalid("lineItems", "lineItems is required.", "required");
            if ((body.ShippingAddress ?? body.Address) is not { } given)
            {
                if (string.IsNullOrEmpty(body.ShippingAddressId))
                    return Problem.Invalid("shippingAddress", "shippingAddress or shippingAddressId is required.", "required");
                sendings.Add(new Sending(null, body.ShippingAddressId, items));
                continue;
            }

            var address = ShopperAddress.Check(given.ToShopperAddress());
            if (!address.Succeeded)
                return address.Cast<ImmutableArray<Sending>>();
            sendings.Add(new Sending(address.Value, "", items));
        }

        return sendings.ToImmutable();
    }

    private sealed record Sending(Address? Address, string AddressId, ImmutableArray<ConsignmentItem> Items);
}

/// <summary>Changes where a consignment goes, what is in it and how it is sent, whichever is said; the answer is the checkout.</summary>
public sealed class UpdateConsignmentEndpoint(Checkouts checkouts, CheckAddress check, OfferShipping offer) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var read = (await call.Read<ConsignmentUpdate>()).Then(Check);
        if (!read.Succeeded)
            return Answers.Refused(call.Endpoint, read.Problems);
        var id = call.Route(BigCommerceRoutes.AddressId);
        var (address, items, option) = read.Value;
        var @event = address is null && items is null ? PluginEventNames.ShippingLineChanged : PluginEventNames.ShippingAddressChanged;
        var changed = await checkouts.Change(call, @event, async (order, shop, occasion, cancellation) =>
        {
            if (order.ClosedBecause is { } closed)
                return closed;
            if (!ShippingOptionsAnswer.Knows(call, order))
                return NoSuchConsignment();
            Result<Order> next = order;
            if (address is not null)
            {
                var verdict = await check.Of(order, shop, ResolveAddress.Of(address), AddressKind.Shipping, cancellation);
                next = ShippingAddresses.Update(order, shop, id, address with { Id = id }, occasion, verdict);
            }

            if (items is { } named)
                next = next.Then(to => AddConsignmentsEndpoint.Lines(to, named).Then(lines => ShippingAddresses.SendOnly(to, id, lines, occasion)));
            if (option is not null)
                return next.Succeeded ? SelectShippingOptionEndpoint.Select(next.Value, await offer.To(next.Value, shop, cancellation), option, occasion) : next;
            return await offer.IfWanted(call, next, shop, cancellation);
        });
        return await checkouts.Answer(call, changed);
    }

    internal static Problem NoSuchConsignment() => Problem.NotFound("The checkout has no such consignment.") with { Type = "validation", Field = "consignmentId" };

    private static Result<(Address? Address, ImmutableArray<ConsignmentItem>? Items, string? Option)> Check(ConsignmentUpdate body)
    {
        var fields = new Fields()
            .Text("shippingOptionId", body.ShippingOptionId)
            .Check(body.LineItems is null or { Length: > 0 }, "lineItems", "lineItems must name an item.", "required")
            .Check(body is not { ShippingOptionId: null or "", LineItems: null, Address: null, ShippingAddress: null }, "shippingOptionId", "shippingOptionId, address or lineItems is required.", "required");
        var option = body.ShippingOptionId is { Length: > 0 } chosen ? chosen : null;
        if (!fields.AreFine)
            return fields.Problems;
        return (body.Address ?? body.ShippingAddress) is { } given
            ? ShopperAddress.Check(given.ToShopperAddress()).Map(address => ((Address?)address, body.LineItems, option))
            : (null, body.LineItems, option);
    }
}

/// <summary>Its items go where the order goes otherwise.</summary>
public sealed class DeleteConsignmentEndpoint(Checkouts checkouts, OfferShipping offer) : ISlice
{
    public async Task<IResult> Handle(Call call) =>
        await checkouts.Answer(call, await checkouts.Change(call, PluginEventNames.ShippingAddressChanged, async (order, shop, occasion, cancellation) =>
            order.ClosedBecause is { } closed ? closed
            : !ShippingOptionsAnswer.Knows(call, order) ? UpdateConsignmentEndpoint.NoSuchConsignment()
            : await offer.IfWanted(call, ShippingAddresses.Remove(order, shop, call.Route(BigCommerceRoutes.AddressId), occasion), shop, cancellation)));
}

internal static class WantedOptions
{
    /// <summary>The answer shows the options of the address as it is now.</summary>
    public static async ValueTask<Result<Order>> IfWanted(this OfferShipping offer, Call call, Result<Order> changed, Shop shop, CancellationToken cancellation) =>
        changed.Succeeded && CurrentApi.WantsShippingOptions(call) ? await offer.To(changed.Value, shop, cancellation) : changed;
}

public sealed record ConsignmentRequest(
    CurrentAddress? ShippingAddress,
    CurrentAddress? Address,
    [property: JsonConverter(typeof(TextOrNumberConverter))] string? ShippingAddressId,
    ImmutableArray<ConsignmentItem>? LineItems);

/// <param name="Quantity">The item's whole quantity; may be left out.</param>
public sealed record ConsignmentItem([property: JsonConverter(typeof(TextOrNumberConverter))] string? ItemId, int? Quantity);

public sealed record ConsignmentUpdate(
    [property: JsonConverter(typeof(TextOrNumberConverter))] string? ShippingOptionId,
    CurrentAddress? Address = null,
    CurrentAddress? ShippingAddress = null,
    ImmutableArray<ConsignmentItem>? LineItems = null);
