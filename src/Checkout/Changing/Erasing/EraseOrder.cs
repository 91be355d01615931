using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Addresses;
using Checkout.Orders;

namespace Checkout.Changing.Erasing;

/// <summary>
/// Takes the person off an order (docs/contract/customers.md#erase): what was bought, what it cost, how it was paid and where it was
/// taxed stays, who it was for does not.
/// </summary>
public static class EraseOrder
{
    public const string Event = "customer.erased";
    private const string NoToken = "erased";

    /// <summary>
    /// An open order is canceled first. One that is erased already stays as it is. Refused while <see cref="IsOpenForMoney"/>: then
    /// people may still have to be asked, told or paid.
    /// </summary>
    public static Result<Order> Decide(Order order, Occasion occasion)
    {
        if (order.ErasedAt is not null)
            return order;
        if (IsOpenForMoney(order))
            return Problem.Order("payments", "Money of the order is still on its way.", "action_required");
        var ended = order.IsFinal ? order : order.Cancel(reason: null, occasion);
        return ended.Map(final => Erased(final, occasion).Record(Event, occasion));
    }

    /// <summary>
    /// Money or goods that were promised have not come to rest: a movement that is pending, money that is held, a refund or units
    /// that are still to be seen to, an order that is being made, and one that went out and was not paid.
    /// </summary>
    public static bool IsOpenForMoney(Order order) =>
        order.Status is OrderStatus.Processing
        || order.Payments.Any(payment => payment.HasPending || payment.AwaitsShopper || payment.Held > 0)
        || !order.OpenRefunds.IsEmpty
        || order.OwedStock is not null
        || !order.PartsToOpen.IsEmpty
        || order is { PaymentDueAt: not null, Status: OrderStatus.Processed } && order.Payments.Sum(payment => payment.Captured) == 0
        || order is { Status: OrderStatus.Processed, Journal: { IsFinished: false, FailedCommand: null } }
        || order is { Status: OrderStatus.Open } && order.Payments.Any(payment => payment.Captured > payment.Refunded);

    private static Order Erased(Order order, Occasion occasion) =>
        order with
        {
            ErasedAt = occasion.At,
            Customer = null,
            ShippingAddress = order.Shipping.Destinations is null ? PlaceOf(order.ShippingAddress) : DestinationOf(order.ShippingAddress),
            BillingAddress = PlaceOf(order.BillingAddress),
            FurtherShippingAddresses = [],
            LineItems = [.. order.LineItems.Select(Erased)],
            Payments = [.. order.Payments.Select(Erased)],
            Shipping = Erased(order.Shipping),
            Taxes = order.Taxes is { } taxes ? taxes with { Fingerprint = null } : null,
            Journal = order.Journal is { } journal
                ? journal with
                {
                    Commands = [.. journal.Commands.Select(command => command with { Problems = [] })],
                }
                : null,
            MetaData = new OrderMetaData(),
            Notes = [],
            Shipments = [.. order.Shipments.Select(shipment => shipment with { Tracking = Tracking.None })],
            WalletOrder = null,
            CancelReason = null,
            CartId = null,
            Plugins = order.Plugins with { AuthorityCartId = null },
            LinkToCart = null,
            ResumableLink = null,
            ApiSessionId = "",
            PaymentPageStyles = null,
            SendReceipt = false,
        };

    /// <summary>Taxes were owed there, and nobody lives in a whole province.</summary>
    private static Address? PlaceOf(Address? address) =>
        address is null
            ? null
            : new Address
            {
                Country = address.Country,
                CountryCode = address.CountryCode,
                Province = address.Province,
                ProvinceCode = address.ProvinceCode,
            };

    /// <summary>Rates and taxes are known by the id of their destination.</summary>
    private static Address? DestinationOf(Address? address) => address is null ? null : PlaceOf(address)! with { Id = address.Id };

    private static LineItem Erased(LineItem line) =>
        line with
        {
            Properties = ImmutableDictionary<string, JsonElement>.Empty,
            ShippingAddress = DestinationOf(line.ShippingAddress),
            Divided = line.Divided is { } divided
                ? [.. divided.Select(part => part with { Address = DestinationOf(part.Address)! })]
                : default(ImmutableArray<SentUnits>?),
        };

    private static OrderShipping Erased(OrderShipping shipping) =>
        shipping with
        {
            Available = [],
            Offered = [],
            Destinations = shipping.Destinations?.ToImmutableDictionary(d => d.Key, d => Erased(d.Value), StringComparer.Ordinal),
        };

    /// <summary>The gateway's ids of the movements stay, since refunds name them; so does a gift card, onto which they go.</summary>
    private static Payment Erased(Payment payment) =>
        payment with
        {
            Token = payment.Type == PaymentTypes.GiftCard ? payment.Token : NoToken,
            ReusableToken = null,
            DisplayString = "",
            LastFour = "",
            Bin = "",
            Expiration = "",
            Retain = false,
            PublicPaymentMethodId = null,
            ExternalId = null,
            CustomAttributes = ImmutableDictionary<string, JsonElement>.Empty,
            ExtraPaymentData = ImmutableDictionary<string, JsonElement>.Empty,
            Transactions =
            [
                .. payment.Transactions.Select(transaction =>
                    transaction with
                    {
                        ClientSecret = null,
                        Data = null,
                        Reason = null,
                        FailureMessage = null,
                    }
                ),
            ],
        };
}
