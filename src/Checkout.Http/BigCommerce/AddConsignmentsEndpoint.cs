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
                        id = sent.Succeeded
                            ? address.Id ?? ShippingAddresses.Of(sent.Value)[isFirst ? 0 : sent.Value.FurtherShippingAddresses.Length].Id!
                            : "";
                    }

                    sent = sent.Then(next => Lines(next, items).Then(lines => ShippingAddresses.Send(next, id, lines, occasion)));
                }

                return await offer.IfWanted(call, sent, shop, cancellation);
            }
        );
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
