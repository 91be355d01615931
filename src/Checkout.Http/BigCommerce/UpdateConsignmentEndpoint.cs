using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Changing.Addresses;
using Checkout.Http.Frame;
using Checkout.Http.Storefront.Shipping;
using Checkout.Orders;
using Checkout.Plugins.Overrides;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce;

/// <summary>Changes where a consignment goes, what is in it and how it is sent, whichever is said; the answer is the checkout.</summary>
public sealed class UpdateConsignmentEndpoint(Checkouts checkouts, CheckAddress check, OfferShipping offer) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<ConsignmentUpdate>()).Then(Check);
        if (!read.Succeeded)
            return read.Problems;
        var id = call.Route(BigCommerceRoutes.AddressId);
        var (address, items, option) = read.Value;
        var @event = address is null && items is null ? PluginEventNames.ShippingLineChanged : PluginEventNames.ShippingAddressChanged;
        var changed = await checkouts.Change(
            call,
            @event,
            async (order, shop, occasion, cancellation) =>
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
                    next = next.Then(to =>
                        AddConsignmentsEndpoint.Lines(to, named).Then(lines => ShippingAddresses.SendOnly(to, shop, id, lines, occasion))
                    );
                if (option is not null)
                    return next.Succeeded
                        ? SelectShippingOptionEndpoint.Select(
                            next.Value,
                            await offer.To(next.Value, shop, cancellation),
                            id,
                            option,
                            occasion
                        )
                        : next;
                return await offer.IfWanted(call, next, shop, cancellation);
            }
        );
        return await checkouts.Answer(call, changed);
    }

    internal static Problem NoSuchConsignment() =>
        Problem.NotFound("The checkout has no such consignment.") with
        {
            Type = "validation",
            Field = "consignmentId",
        };

    private static Result<(Address? Address, ImmutableArray<ConsignmentItem>? Items, string? Option)> Check(ConsignmentUpdate body)
    {
        var fields = new Fields()
            .Text("shippingOptionId", body.ShippingOptionId)
            .Check(body.LineItems is null or { Length: > 0 }, "lineItems", "lineItems must name an item.", "required")
            .Check(
                body is not { ShippingOptionId: null or "", LineItems: null, Address: null, ShippingAddress: null },
                "shippingOptionId",
                "shippingOptionId, address or lineItems is required.",
                "required"
            );
        var option = body.ShippingOptionId is { Length: > 0 } chosen ? chosen : null;
        if (!fields.AreFine)
            return fields.Problems;
        return (body.Address ?? body.ShippingAddress) is { } given
            ? ShopperAddress.Check(given.ToShopperAddress()).Map(address => ((Address?)address, body.LineItems, option))
            : (null, body.LineItems, option);
    }
}
