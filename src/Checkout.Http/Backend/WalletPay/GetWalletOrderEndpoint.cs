using Checkout.Addresses;
using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Payments.TestGateway;
using Checkout.Stores;

namespace Checkout.Http.Backend.WalletPay;

/// <summary>Whom and where the wallet knows, for the platform's own copy of the order.</summary>
public sealed class GetWalletOrderEndpoint(IOrderStore store) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var stored = TestWallet.PublicOrderId(call.Route(PaymentRoutes.WalletOrderId)) is { Length: > 0 } publicOrderId
            ? await store.Load(publicOrderId, call.Cancellation)
            : null;
        return
            stored?.Order is { WalletOrder: { } wallet } order
            && order.ShopIdentifier == call.ShopIdentifier
            && wallet.GatewayPublicId == call.Parameter("gateway_id")
            ? Reply.Of(WalletShopperData.Of(TestWallet.ShopperOf(order)))
            : TestWallet.NotFound();
    }
}

public sealed record OpenedWalletOrder(string OrderId);

public sealed record WalletShopperData(
    string FirstName,
    string LastName,
    string Email,
    WalletPlace ShippingAddress,
    WalletPlace BillingAddress
)
{
    public static WalletShopperData Of(WalletShopper shopper) =>
        new(shopper.FirstName, shopper.LastName, shopper.EmailAddress, WalletPlace.Of(shopper.Shipping), WalletPlace.Of(shopper.Billing));
}

/// <param name="Country">By code, as the province.</param>
public sealed record WalletPlace(
    [property: System.Text.Json.Serialization.JsonPropertyName("address_line_1")] string AddressLine1,
    [property: System.Text.Json.Serialization.JsonPropertyName("address_line_2")] string AddressLine2,
    string City,
    string Country,
    string Province,
    string PostalCode,
    string Phone
)
{
    public static WalletPlace Of(Address address) =>
        new(
            address.AddressLine1,
            address.AddressLine2,
            address.City,
            address.CountryCode,
            address.ProvinceCode.Length > 0 ? address.ProvinceCode : address.Province,
            address.PostalCode,
            address.PhoneNumber
        );
}
