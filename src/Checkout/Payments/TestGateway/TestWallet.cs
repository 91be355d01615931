using System.Security.Cryptography;
using System.Text;
using Checkout.Addresses;
using Checkout.Customers;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Payments.TestGateway;

/// <summary>
/// The test gateway as an express wallet: it knows one shopper, who has one address and pays with a card that works.
/// Its order ids follow from the order, so it needs no memory.
/// </summary>
public static class TestWallet
{
    public const string Driver = "test";
    private const string Token = "tok_visa";

    public static GatewaySettings? Gateway(Shop shop) => shop.Gateways.FirstOrDefault(g => g.Driver == Driver);

    public static string OrderId(Order order) => "test_wallet_" + Derived(order, "wallet")[..24];

    /// <summary>For a checkout page that wants a token of the wallet's own client.</summary>
    public static string ClientToken(Order order) => "test_client_" + Derived(order, "client");

    /// <summary>
    /// The shopper agreed: who and where fill what is missing on the order, and the wallet pays what is due.
    /// Errors: not this order's wallet order; whatever the decisions behind it refuse.
    /// </summary>
    public static Result<Order> Approve(Order order, Shop shop, string walletOrderId, string? walletPayType, Occasion occasion, IIdSource ids)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        if (walletOrderId != OrderId(order) || Gateway(shop) is not { } gateway)
            return NotFound();
        var shopper = Shopper(order);
        var known = order.Customer is null
            ? SetGuestCustomer.Decide(order, new CustomerDetails(shopper.FirstName, shopper.LastName, "shopper@example.com", AcceptsMarketing: false), occasion)
            : order;
        var shipped = known.Then(next => next.ShippingAddress is { } shipping && (shipping.FirstName.Length == 0 || shipping.AddressLine1.Length == 0)
            ? SetAddress.Decide(next, shop, AddressKind.Shipping, Fill(shipping, shopper), occasion)
            : next);
        var billed = shipped.Then(next => next.BillingAddress is null
            ? SetAddress.Decide(next, shop, AddressKind.Billing, next.ShippingAddress ?? shopper, occasion)
            : next);
        return billed.Then(next => AddPayment.Decide(
            next,
            shop,
            new OfferedPayment(gateway.PublicId, Token) { DisplayString = "Test wallet", WalletPayType = walletPayType },
            new KnownTender(),
            occasion,
            ids));
    }

    public static Problem NotFound() =>
        new("The wallet has no such order.", "order", "order_retrieval", "wallet_pay") { Severity = "critical" };

    private static Address Shopper(Order order) => Fill(order.ShippingAddress ?? new Address(), new Address
    {
        Country = "United States",
        CountryCode = "US",
        Province = "California",
        ProvinceCode = "CA",
        City = "San Jose",
        PostalCode = "95131",
    });

    /// <summary>A wallet hides name and street until the shopper agreed.</summary>
    private static Address Fill(Address known, Address place)
    {
        var where = known.CountryCode.Length > 0 ? known : place;
        return where with
        {
            FirstName = Or(known.FirstName, "Test"),
            LastName = Or(known.LastName, "Shopper"),
            AddressLine1 = Or(known.AddressLine1, "1 Main St"),
            PhoneNumber = Or(known.PhoneNumber, "+14085550100"),
            BusinessName = Or(known.BusinessName, "Test Wallet"),
        };

        static string Or(string value, string otherwise) => value.Length > 0 ? value : otherwise;
    }

    private static string Derived(Order order, string purpose) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{order.PublicOrderId}|{purpose}")));
}
