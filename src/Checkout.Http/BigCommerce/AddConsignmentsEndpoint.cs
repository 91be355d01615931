using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Changing.Addresses;
using Checkout.Http.Frame;
using Checkout.Http.Storefront.Shipping;
using Checkout.Orders;
using Checkout.Plugins.Overrides;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce;

/// <summary>
/// Sends items to addresses: today's API has the call, and the page's consignments are not possible without one. The answer is
/// the checkout.
/// </summary>
public sealed class AddConsignmentsEndpoint(Checkouts checkouts, CheckAddress check, OfferShipping offer) : ISlice
{
    private const int Most = 50;

    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<ConsignmentRequest[]>()).Then(Check);
        if (!read.Succeeded)
            return read.Problems;
        var changed = await checkouts.Change(
            call,
            PluginEventNames.ShippingAddressChanged,
            async (order, shop, occasion, cancellation) =>
            {
                if (order.ClosedBecause is { } closed)
                    return closed;
                var all = Lines(order, [.. read.Value.SelectMany(sending => sending.Items)]);
                var sent = all.Map(_ => order);
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
                        id = sent.Succeeded
                            ? address.Id
                                ?? OrderDestinations.Addresses(sent.Value)[isFirst ? 0 : sent.Value.FurtherShippingAddresses.Length].Id!
                            : "";
                    }

                    sent = sent.Then(next => Lines(next, items).Then(lines => ShippingAddresses.Send(next, shop, id, lines, occasion)));
                }

                return await offer.IfWanted(call, sent, shop, cancellation);
            }
        );
        return await checkouts.Answer(call, changed);
    }

    /// <summary>
    /// Units by the ids of our lines; null is all that the line has. Together they are no more than it has: an item may be divided over
    /// consignments.
    /// </summary>
    internal static Result<Dictionary<string, int?>> Lines(Order order, ImmutableArray<ConsignmentItem> items)
    {
        var units = new Dictionary<string, int?>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (order.LineItems.FirstOrDefault(line => NumericId.Means(item?.ItemId ?? "", line.Id)) is not { } line)
                return Problem.Invalid("itemId", "lineItems: the cart has no such item.", "line_item_not_found");
            if (!line.RequiresShipping)
                return Problem.Invalid("itemId", "lineItems: the item is not shipped.", "not_allowed");
            var quantity = item.Quantity ?? line.Quantity;
            if (quantity < 1 || quantity + (units.GetValueOrDefault(line.Id) ?? 0L) > line.Quantity)
                return Problem.Invalid("quantity", $"lineItems: the cart has {line.Quantity} of the item.", "out_of_range");
            units[line.Id] = quantity + (units.GetValueOrDefault(line.Id) ?? 0);
        }

        return units;
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
