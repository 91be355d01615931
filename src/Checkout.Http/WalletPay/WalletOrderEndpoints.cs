using Checkout.Addresses;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Payments.TestGateway;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.WalletPay;

/// <summary>Begins an express payment from the back office (reference/wire-contract.md, A1, 18); again for the same order describes it anew.</summary>
public sealed class OpenWalletOrderEndpoint(OrderEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var body = (await call.Read<WalletOrderBody>()).Then(given => given.Check(call.Shop, isNew: true));
        if (!body.Succeeded)
            return Answers.Refused(body.Problems);
        var changed = await editor.Change(
            call.ShopIdentifier,
            body.Value.PublicOrderId!,
            call.Actor,
            (order, _, occasion) => body.Value.Describe(order).Then(described => TestWallet.Describe(order, described, occasion)),
            call.Cancellation);
        return Answers.Of(changed, order => new OpenedWalletOrder(TestWallet.OrderId(order)));
    }
}

/// <summary>Changes what the wallet was told; what the call leaves out stays.</summary>
public sealed class UpdateWalletOrderEndpoint(OrderEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var body = (await call.Read<WalletOrderBody>()).Then(given => given.Check(call.Shop, isNew: false));
        if (!body.Succeeded)
            return Answers.Refused(body.Problems);
        if (TestWallet.PublicOrderId(call.Route(PaymentRoutes.WalletOrderId)) is not { } publicOrderId)
            return Answers.Refused(TestWallet.NotFound());
        var changed = await editor.Change(
            call.ShopIdentifier,
            publicOrderId,
            call.Actor,
            (order, _, occasion) => order.WalletOrder?.GatewayPublicId == body.Value.GatewayId
                ? body.Value.Describe(order).Then(described => TestWallet.Describe(order, described, occasion))
                : TestWallet.NotFound(),
            call.Cancellation);
        if (changed.Succeeded)
            return Results.NoContent();
        return changed.Problems[0].Kind is ProblemKind.NotFound ? Answers.Refused(TestWallet.NotFound()) : Answers.Refused(changed.Problems);
    }
}

/// <summary>Whom and where the wallet knows, for the platform's own copy of the order.</summary>
public sealed class GetWalletOrderEndpoint(IOrderStore store) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var stored = TestWallet.PublicOrderId(call.Route(PaymentRoutes.WalletOrderId)) is { Length: > 0 } publicOrderId
            ? await store.Load(publicOrderId, call.Cancellation)
            : null;
        return stored?.Order is { WalletOrder: { } wallet } order
            && order.ShopIdentifier == call.ShopIdentifier
            && wallet.GatewayPublicId == call.Parameter("gateway_id")
                ? Answers.Data(WalletShopperData.Of(TestWallet.ShopperOf(order)))
                : Answers.Refused(TestWallet.NotFound());
    }
}

public sealed record OpenedWalletOrder(string OrderId);

public sealed record WalletShopperData(string FirstName, string LastName, string Email, WalletPlace ShippingAddress, WalletPlace BillingAddress)
{
    public static WalletShopperData Of(WalletShopper shopper) => new(
        shopper.FirstName, shopper.LastName, shopper.EmailAddress, WalletPlace.Of(shopper.Shipping), WalletPlace.Of(shopper.Billing));
}

/// <param name="Country">By code, as the province.</param>
public sealed record WalletPlace(
    [property: System.Text.Json.Serialization.JsonPropertyName("address_line_1")] string AddressLine1,
    [property: System.Text.Json.Serialization.JsonPropertyName("address_line_2")] string AddressLine2,
    string City,
    string Country,
    string Province,
    string PostalCode,
    string Phone)
{
    public static WalletPlace Of(Address address) => new(
        address.AddressLine1,
        address.AddressLine2,
        address.City,
        address.CountryCode,
        address.ProvinceCode.Length > 0 ? address.ProvinceCode : address.Province,
        address.PostalCode,
        address.PhoneNumber);
}
