using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Changing.Addresses;
using Checkout.Changing.Customers;
using Checkout.Http.Dialects.BigCommerce;
using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Plugins.Overrides;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce;

public sealed class UpdateCheckoutShippingAddressEndpoint(CheckoutAddresses addresses) : ISlice
{
    public Task<Reply> Handle(Call call)
    {
        var id = call.Route(BigCommerceRoutes.AddressId);
        return addresses.Put(
            call,
            AddressKind.Shipping,
            (order, shop, address, occasion, verdict) =>
                CheckoutAddresses.IsNamed(address, id) is { } refused
                    ? refused
                    : ShippingAddresses.Update(order, shop, id, address, occasion, verdict)
        );
    }
}

/// <summary>What the address calls have in common.</summary>
public sealed class CheckoutAddresses(Checkouts checkouts, CheckAddress check, IIdSource ids)
{
    internal async Task<Reply> Put(Call call, AddressKind kind, Decision decide)
    {
        var isCurrent = SdkApi.IsAskedFor(call);
        var named = isCurrent ? await call.Read<SdkAddress>() : new SdkAddress();
        if (named is { Succeeded: true, Value.IsOfGuestOnly: true } && kind is AddressKind.Billing)
            return await NameGuest(call, named.Value);
        var given = isCurrent ? named.Map(address => address.ToShopperAddress()) : await call.Read<ShopperAddress>();
        var read = given.Then(ShopperAddress.Check);
        if (!read.Succeeded)
            return read.Problems;
        var @event = kind is AddressKind.Shipping ? PluginEventNames.ShippingAddressChanged : PluginEventNames.BillingAddressChanged;
        var changed = await checkouts.Change(
            call,
            @event,
            async (order, shop, occasion, cancellation) =>
            {
                if (order.ClosedBecause is { } closed)
                    return closed;
                var verdict = await check.Of(order, shop, ResolveAddress.Of(read.Value), kind, cancellation);
                return decide(order, shop, read.Value, occasion, verdict);
            }
        );
        return await checkouts.Answer(call, changed);
    }

    /// <summary>This API has no call for the customer: the billing address names the payer, by e-mail address.</summary>
    internal Result<Order> BillTo(Order order, Shop shop, Address address, Occasion occasion, ImmutableArray<Problem> verdict) =>
        SetAddress
            .Decide(order, shop, AddressKind.Billing, address, occasion, verdict)
            .Then(billed => WithGuest(billed, address, occasion));

    /// <summary>In today's API guests say who they are by a billing address that has nothing else yet.</summary>
    private async Task<Reply> NameGuest(Call call, SdkAddress guest)
    {
        var read = ShopperAddress.CheckTexts(guest.ToShopperAddress());
        if (!read.Succeeded)
            return read.Problems;
        var id = call.Route(BigCommerceRoutes.AddressId);
        return await checkouts.Answer(
            call,
            await checkouts.Change(
                call,
                PluginEventNames.CustomerChanged,
                (order, _, occasion) =>
                    order.ClosedBecause is { } closed ? closed
                    : id.Length > 0 && SdkAddress.OfBilling(order)?.Id != id ? NoSuchAddress()
                    : WithGuest(order, read.Value, occasion)
            )
        );
    }

    internal static Problem NoSuchAddress() =>
        Problem.NotFound("The checkout has no such address.") with
        {
            Type = "validation",
            Field = "addressId",
        };

    /// <summary>An id in the body must be the one in the path.</summary>
    internal static Problem? IsNamed(Address address, string id) =>
        address.Id is { Length: > 0 } given && given != id
            ? Problem.Invalid("id", "id is not that of the address in the path.", "mismatch")
            : null;

    private Result<Order> WithGuest(Order order, Address address, Occasion occasion) =>
        order.Customer switch
        {
            _ when address.Email.Length == 0 => order,
            null => SetGuestCustomer.Decide(
                order,
                new CustomerDetails(address.FirstName, address.LastName, address.Email, AcceptsMarketing: false) { NamesMayFollow = true },
                occasion,
                ids
            ),
            { IsAuthenticated: true } => order,
            var guest => UpdateCustomer.Decide(
                order,
                new CustomerDetails(
                    Or(address.FirstName, guest.FirstName),
                    Or(address.LastName, guest.LastName),
                    address.Email,
                    guest.AcceptsMarketing
                )
                {
                    NamesMayFollow = true,
                },
                occasion
            ),
        };

    private static string Or(string given, string otherwise) => given.Length > 0 ? given : otherwise;

    internal delegate Result<Order> Decision(Order order, Shop shop, Address address, Occasion occasion, ImmutableArray<Problem> verdict);
}
