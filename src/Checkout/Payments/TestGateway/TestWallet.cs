using System.Security.Cryptography;
using System.Text;
using Checkout.Addresses;
using Checkout.Changing.Addresses;
using Checkout.Changing.Customers;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Payments.TestGateway;

/// <summary>
/// The test gateway as an express wallet: it knows one shopper, who has one address and pays with a card that works.
/// Its order ids tell the order, so it needs no memory.
/// </summary>
public static class TestWallet
{
    public const string Driver = "test";
    private const string Token = "tok_visa";
    private const string Prefix = "test_wallet_";

    public static GatewaySettings? Gateway(Shop shop) => shop.Gateways.FirstOrDefault(g => g.Driver == Driver);

    /// <summary>The gateway of that public id or number when it has this wallet.</summary>
    public static GatewaySettings? Gateway(Shop shop, string? publicId) =>
        shop.Gateways.FirstOrDefault(g => g.Driver == Driver && g.IsNamed(publicId));

    public static string OrderId(Order order) => Prefix + order.PublicOrderId;

    /// <summary>The order that a wallet's order id tells; null when it is no id of this wallet.</summary>
    public static string? PublicOrderId(string walletOrderId) =>
        walletOrderId.StartsWith(Prefix, StringComparison.Ordinal) ? walletOrderId[Prefix.Length..] : null;

    /// <summary>Begins an express payment from the back office, or describes it again. Refused: the order takes no changes.</summary>
    public static Result<Order> Describe(Order order, WalletOrder described, Occasion occasion)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        return (order with { WalletOrder = described }).Record(
            order.WalletOrder is null ? "wallet_order.created" : "wallet_order.updated",
            occasion,
            described.Amount
        );
    }

    /// <summary>Whom the wallet would name: what the back office said of the shopper, what the order knows, else its own.</summary>
    public static WalletShopper ShopperOf(Order order)
    {
        var place = Shopper(order);
        var shipping = Named(order.WalletOrder?.ShippingAddress ?? order.ShippingAddress, place);
        return new WalletShopper(
            Or(order.WalletOrder?.FirstName, Or(order.Customer?.FirstName, shipping.FirstName)),
            Or(order.WalletOrder?.LastName, Or(order.Customer?.LastName, shipping.LastName)),
            Or(order.WalletOrder?.EmailAddress, Or(order.Customer?.EmailAddress, "shopper@example.com")),
            shipping,
            Named(order.BillingAddress ?? shipping, place)
        );
    }

    /// <summary>For a checkout page that wants a token of the wallet's own client.</summary>
    public static string ClientToken(Order order) => "test_client_" + Derived(order, "client");

    /// <summary>
    /// The shopper agreed: who and where fill what is missing on the order, and the wallet pays what is due.
    /// Errors: not this order's wallet order; whatever the decisions behind it refuse.
    /// </summary>
    public static Result<Order> Approve(
        Order order,
        Shop shop,
        string walletOrderId,
        string? walletPayType,
        Occasion occasion,
        IIdSource ids
    )
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        if (walletOrderId != OrderId(order) || Gateway(shop) is not { } gateway)
            return NotFound();
        var shopper = ShopperOf(order);
        var known = order.Customer is null
            ? SetGuestCustomer.Decide(
                order,
                new CustomerDetails(shopper.FirstName, shopper.LastName, shopper.EmailAddress, AcceptsMarketing: false),
                occasion,
                ids
            )
            : order;
        var shipped = known.Then(next =>
            IsToBeShipped(next) ? SetAddress.Decide(next, shop, AddressKind.Shipping, shopper.Shipping, occasion) : next
        );
        var billed = shipped.Then(next =>
            next.BillingAddress is null
                ? SetAddress.Decide(next, shop, AddressKind.Billing, next.ShippingAddress ?? shopper.Billing, occasion)
                : next
        );
        return billed.Then(next =>
            AddPayment.Decide(
                next,
                shop,
                new OfferedPayment(gateway.PublicId, Token)
                {
                    DisplayString = "Test wallet",
                    WalletPayType = walletPayType,
                    Retain = order.WalletOrder is { Retain: true },
                },
                new KnownTender(),
                occasion,
                ids
            )
        );
    }

    /// <summary>What the shopper chose while the wallet hid name and street, or what the back office told the wallet.</summary>
    private static bool IsToBeShipped(Order order) =>
        order.ShippingAddress is { } chosen
            ? chosen.FirstName.Length == 0 || chosen.AddressLine1.Length == 0
            : order.WalletOrder?.ShippingAddress is not null;

    public static Problem NotFound() =>
        new("The wallet has no such order.", "order", "order_retrieval", "wallet_pay") { Severity = "critical" };

    private static Address Shopper(Order order) =>
        Fill(
            order.ShippingAddress ?? new Address(),
            new Address
            {
                Country = "United States",
                CountryCode = "US",
                Province = "California",
                ProvinceCode = "CA",
                City = "San Jose",
                PostalCode = "95131",
            }
        );

    private static Address Named(Address? known, Address shopper) => known is null ? shopper : Fill(known, shopper);

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
    }

    private static string Or(string? value, string otherwise) => value is { Length: > 0 } ? value : otherwise;

    private static string Derived(Order order, string purpose) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{order.PublicOrderId}|{purpose}")));
}
