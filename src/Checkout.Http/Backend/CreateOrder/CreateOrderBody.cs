using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Journeys.Beginning;
using Checkout.Journeys.CreateOrder;
using Checkout.Orders;
using Checkout.Payments;

namespace Checkout.Http.Backend.CreateOrder;

/// <summary>The body of Create Order (docs/contract/create-order.md#body).</summary>
public sealed record CreateOrderBody
{
    private const int MostEntries = 100;

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? IdempotencyKey { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? CartId { get; init; }
    public string? AccessToken { get; init; }
    public ImmutableArray<CartItemBody>? CartItems { get; init; }
    public CustomerBody? Customer { get; init; }
    public AddressBody? ShippingAddress { get; init; }
    public AddressBody? BillingAddress { get; init; }
    public ShippingBody? Shipping { get; init; }
    public ImmutableArray<DiscountBody>? Discounts { get; init; }
    public ImmutableArray<FeeBody>? Fees { get; init; }
    public ImmutableArray<PaymentBody>? Payments { get; init; }
    public string? Currency { get; init; }
    public MetaDataBody? OrderMetaData { get; init; }
    public string? ResumableLink { get; init; }
    public string? FlowId { get; init; }
    public string? ApiSessionId { get; init; }
    public bool? SendReceipt { get; init; }

    /// <summary>Integer keys to command names; a PHP client writes keys that run from 0 as a list.</summary>
    public JsonElement? Commands { get; init; }

    public static Result<CreateOrderBody> Check(CreateOrderBody body)
    {
        var fields = new Fields()
            .Required("idempotency_key", body.IdempotencyKey)
            .Text("cart_id", body.CartId)
            .Text("access_token", body.AccessToken, 4096)
            .Text("resumable_link", body.ResumableLink, 2048)
            .Check(
                body.Currency is null || Checkout.Money.Currency.Find(body.Currency) is not null,
                "currency",
                "currency is not an ISO 4217 code.",
                "not_allowed"
            )
            .Check(
                !CommandsOf(body.Commands).IsDefault,
                "commands",
                "commands must be an object of command names under integer keys.",
                "malformed"
            );
        CartItemBody.Check(fields, "cart_items", body.CartItems);
        CustomerBody.Check(fields, "customer.", body.Customer);
        AddressBody.Check(fields, "shipping_address.", body.ShippingAddress);
        AddressBody.Check(fields, "billing_address.", body.BillingAddress);
        MetaDataBody.Check(fields, "order_meta_data.", body.OrderMetaData);
        body.Shipping?.Check(fields, "shipping.");
        Each("discounts", body.Discounts, (path, discount) => discount.Check(fields, path));
        Each("fees", body.Fees, (path, fee) => fee.Check(fields, path));
        fields.Check(
            List(body.Fees).Sum(fee => fee?.Percentage ?? 0) <= Highest.Fee,
            "fees",
            $"fees come to more than {Highest.Fee} per cent.",
            "out_of_range"
        );
        Each("payments", body.Payments, (path, payment) => payment.Check(fields, path), AddPayment.MostPayments);
        return fields.Then(() => body);

        void Each<T>(string field, ImmutableArray<T>? list, Action<string, T> check, int most = MostEntries)
        {
            var items = List(list);
            fields.Check(items.Length <= most, field, $"{field} has more than {most} entries.", "too_many");
            for (var i = 0; i < items.Length; i++)
            {
                fields.Required($"{field}[{i}]", (object?)items[i]);
                if (items[i] is { } item)
                    check($"{field}[{i}].", item);
            }
        }
    }

    /// <param name="hash">Of the body as it came.</param>
    /// <param name="orderHash">The same without commands and payments.</param>
    public CreateOrderRequest ToRequest(string hash, string orderHash) =>
        new()
        {
            IdempotencyKey = IdempotencyKey!,
            BodyHash = hash,
            OrderHash = orderHash,
            Order = new NewOrder
            {
                CartItems = CartItemBody.ToItems(CartItems),
                Customer = Customer?.ToCustomerOrNone(),
                MetaData = OrderMetaData?.ToMetaData() ?? new OrderMetaData(),
                CartId = CartId,
                CartAccessToken = AccessToken,
                ResumableLink = ResumableLink,
                FlowId = FlowId,
                ApiSessionId = ApiSessionId,
            },
            ShippingAddress = ShippingAddress?.ToAddressOrNone(),
            BillingAddress = BillingAddress?.ToAddressOrNone(),
            Shipping = Shipping?.IsGiven is true ? Shipping.ToLine() : null,
            Discounts = [.. List(Discounts).Select(discount => discount.ToDiscount())],
            Fees = [.. List(Fees).Select((fee, i) => fee.ToFee(i))],
            Payments = [.. List(Payments).Select(p => new RequestedPayment(p.PublicCustomerId, p.PublicPaymentMethodId, p.Amount))],
            Currency = Currency?.ToUpperInvariant(),
            SendReceipt = SendReceipt is not false,
            Commands = CommandsOf(Commands),
        };

    private static ImmutableArray<T> List<T>(ImmutableArray<T>? list) => list is { IsDefault: false } given ? given : [];

    private static ImmutableArray<RequestedCommand> CommandsOf(JsonElement? commands) =>
        commands switch
        {
            null or { ValueKind: JsonValueKind.Null } => [],
            { ValueKind: JsonValueKind.Object } some when some.EnumerateObject().All(c => c.Value.ValueKind is JsonValueKind.String) =>
            [
                .. some.EnumerateObject().Select(c => new RequestedCommand(c.Name, c.Value.GetString()!)),
            ],
            { ValueKind: JsonValueKind.Array } some when some.EnumerateArray().All(c => c.ValueKind is JsonValueKind.String) =>
            [
                .. some.EnumerateArray().Select((c, i) => new RequestedCommand(i.ToString(), c.GetString()!)),
            ],
            _ => default,
        };
}
