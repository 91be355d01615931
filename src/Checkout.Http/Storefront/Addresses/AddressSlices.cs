using System.Text.Json.Serialization;
using Checkout.Addresses;
using Checkout.Changing.Addresses;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Plugins.Overrides;
using Checkout.Shops;

namespace Checkout.Http.Storefront.Addresses;

/// <summary>What the two addresses of an order have in common: only which one is meant differs.</summary>
public sealed class AddressSlices(ShopperOrder orders, CheckAddress check)
{
    public async Task<Reply> Get(Call call, AddressKind kind) => Reply.Of(await orders.Read(call), order => AddressAnswer.Of(order, kind));

    /// <summary>Overwrites an address that is there (docs/contract/storefront.md#addresses).</summary>
    public async Task<Reply> Set(Call call, AddressKind kind)
    {
        var read = (await call.Read<AddressBody>()).Then(body => CheckFor(body, kind));
        return read.Succeeded ? await Put(call, kind, read.Value, SetAddress.Decide) : read.Problems;
    }

    /// <summary>Replaces every field: one left out becomes blank (docs/contract/storefront.md#addresses).</summary>
    public async Task<Reply> Update(Call call, AddressKind kind)
    {
        var read = (await call.Read<AddressBody>()).Then(body => AddressBody.Check(new Fields(), "", body).Then(body.ToAddress));
        return read.Succeeded ? await Put(call, kind, read.Value, SetAddress.Update) : read.Problems;
    }

    public async Task<Reply> Delete(Call call, AddressKind kind)
    {
        var changed = await orders.Change(call, EventOf(kind), (order, shop, occasion) => SetAddress.Delete(order, shop, kind, occasion));
        return Reply.Of(changed, StateOnly.Of);
    }

    private async Task<Reply> Put(Call call, AddressKind kind, Address address, Decision decide)
    {
        var changed = await orders.Change(
            call,
            EventOf(kind),
            async (order, shop, occasion, cancellation) =>
            {
                if (order.ClosedBecause is { } closed)
                    return closed;
                var verdict = await check.Of(order, shop, ResolveAddress.Of(address), kind, cancellation);
                return decide(order, shop, kind, address, occasion, verdict);
            }
        );
        return Reply.Of(changed, order => AddressAnswer.Of(order, kind));
    }

    /// <summary>Refused without a country or its code, as the page has it.</summary>
    internal static Result<Address> Check(AddressBody body)
    {
        var fields = AddressBody.Check(new Fields(), "", body);
        foreach (var (field, value) in new[] { ("country", body.Country), ("country_code", body.CountryCode) })
            if (string.IsNullOrWhiteSpace(value))
                fields.Add([Problem.Address(field, $"{field} is required.")]);
        return fields.Then(body.ToAddress);
    }

    private static Result<Address> CheckFor(AddressBody body, AddressKind kind)
    {
        var checkedAddress = Check(body);
        return checkedAddress.Succeeded
            ? checkedAddress
            : Result<Address>.Refused([
                .. checkedAddress.Problems.Select(problem =>
                    problem.IsInAddress ? problem with { AddressType = kind is AddressKind.Shipping ? "shipping" : "billing" } : problem
                ),
            ]);
    }

    private static PluginEvent EventOf(AddressKind kind) =>
        kind is AddressKind.Shipping ? PluginEventNames.ShippingAddressChanged : PluginEventNames.BillingAddressChanged;

    private delegate Result<Order> Decision(
        Order order,
        Shop shop,
        AddressKind kind,
        Address address,
        Occasion occasion,
        System.Collections.Immutable.ImmutableArray<Problem>? verdict
    );
}

public sealed record AddressAnswer(
    [property: JsonConverter(typeof(PhpObjectConverter<AddressState>))] AddressState? Address,
    ApplicationState ApplicationState
)
{
    public static AddressAnswer Of(Order order, AddressKind kind) =>
        new(
            AddressState.OfNullable(kind is AddressKind.Shipping ? order.ShippingAddress : order.BillingAddress),
            ApplicationState.Of(order)
        );
}
