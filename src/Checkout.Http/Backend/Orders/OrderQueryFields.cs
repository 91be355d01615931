using System.Globalization;
using Checkout.Http.Frame;
using Checkout.Viewing;

namespace Checkout.Http.Backend.Orders;

/// <summary>The filters of a list of orders, as query parameters (docs/contract/backend.md#list-orders).</summary>
internal static class OrderQueryFields
{
    public const string Search = "search";
    public const string Email = "email";
    public const string Number = "number";
    public const string OrderId = "order_id";
    public const string PlatformOrderId = "platform_order_id";
    public const string Status = "status";
    public const string FinancialStatus = "financial_status";
    public const string FulfillmentStatus = "fulfillment_status";
    public const string Open = "open";
    public const string From = "from";
    public const string To = "to";
    public const string MinTotal = "min_total";
    public const string MaxTotal = "max_total";

    private static readonly string[] Keys = [Search, Email, Number, OrderId, PlatformOrderId];

    private static readonly string[] Known =
    [
        .. Keys,
        Status,
        FinancialStatus,
        FulfillmentStatus,
        Open,
        From,
        To,
        MinTotal,
        MaxTotal,
        Paging.Limit,
        Paging.Cursor,
    ];

    /// <summary>Refused by name: a filter that is unknown, that cannot be read, or that contradicts another.</summary>
    public static Result<OrderQuery> OrderQuery(this Call call)
    {
        var fields = new Fields();
        foreach (var name in call.Query.Keys.Where(name => !Known.Contains(name, StringComparer.Ordinal)))
            fields.Check(false, name, $"There is no filter {name}.", "not_allowed");
        if (Keys.Where(key => Given(call, key) is not null).ToList() is [var first, var second, ..])
            fields.Check(false, second, $"{second} cannot be combined with {first}.");
        var query = ByKey(call, fields) with
        {
            OrderStatus = Given(call, Status),
            FinancialStatus = Given(call, FinancialStatus),
            FulfillmentStatus = Given(call, FulfillmentStatus),
            From = Moment(call, From, fields),
            To = Moment(call, To, fields),
            MinTotal = Amount(call, MinTotal, fields),
            MaxTotal = Amount(call, MaxTotal, fields),
        };
        query = query with { Open = IsOpen(call, query, fields) };
        CheckWords(query, fields);
        fields.Check(!(query.From >= query.To), To, "to must be later than from.");
        fields.Check(!(query.MinTotal > query.MaxTotal), MaxTotal, "max_total must not be less than min_total.");
        return fields.Then(() => query);
    }

    /// <summary>For the API document.</summary>
    public static Endpoint AsksForOrders(this Endpoint endpoint) =>
        endpoint
            .Asks(Search, "An e-mail address, a short number (7K3M-92QF), an order id, a public id, or the platform's number.")
            .Asks(Email, "Orders of that e-mail address, open ones too.")
            .Asks(Number, "The short number, such as 7K3M-92QF.")
            .Asks(OrderId, "The number of 16 digits.")
            .Asks(PlatformOrderId, "The platform's number.")
            .Asks(Status, "open, processing, placed or canceled.")
            .Asks(FinancialStatus, "pending, authorized, partially_paid, paid, partially_refunded, refunded, voided or payment_due.")
            .Asks(FulfillmentStatus, "unfulfilled, partial or fulfilled.")
            .Asks(Open, "true for the orders that are neither placed nor canceled; false for the others, as when left out.")
            .Asks(From, "Placed, canceled or begun at or after that time.")
            .Asks(To, "Placed, canceled or begun before that time.")
            .Asks(MinTotal, "In minor units.")
            .Asks(MaxTotal, "In minor units.");

    private static OrderQuery ByKey(Call call, Fields fields)
    {
        if (Given(call, Search) is { } typed)
            return OrderSearch.Read(typed);
        if (Given(call, Email) is { } address)
        {
            fields.Email(Email, address);
            return new OrderQuery { EmailAddress = address };
        }

        if (Given(call, Number) is { } number)
        {
            fields.Check(OrderSearch.ReadNumber(number) is not null, Number, "number is not of the form 7K3M-92QF.");
            return new OrderQuery { OrderNumber = OrderSearch.ReadNumber(number) };
        }

        return Given(call, OrderId) is not null ? new OrderQuery { OrderId = Integer(call, OrderId, fields) ?? 0 }
            : Given(call, PlatformOrderId) is { } platform ? new OrderQuery { PlatformOrderId = platform }
            : new OrderQuery();
    }

    /// <summary>A status says which list it is in.</summary>
    private static bool? IsOpen(Call call, OrderQuery query, Fields fields)
    {
        var asked = Given(call, Open);
        fields.OneOf(Open, asked, "true", "false");
        bool? open = asked is null ? null : asked == "true";
        if (query.OrderStatus is not { } status)
            return open;
        var isOpen = status is OrderWords.Open or OrderWords.Processing;
        fields.Check(open is null || open == isOpen, Status, $"status {status} contradicts open={asked}.");
        return isOpen;
    }

    private static void CheckWords(OrderQuery query, Fields fields) =>
        fields
            .OneOf(Status, query.OrderStatus, OrderWords.Open, OrderWords.Processing, OrderWords.Placed, OrderWords.Canceled)
            .OneOf(
                FinancialStatus,
                query.FinancialStatus,
                FinancialWords.Pending,
                FinancialWords.Authorized,
                FinancialWords.PartiallyPaid,
                FinancialWords.Paid,
                FinancialWords.PartiallyRefunded,
                FinancialWords.Refunded,
                FinancialWords.Voided,
                FinancialWords.PaymentDue
            )
            .OneOf(
                FulfillmentStatus,
                query.FulfillmentStatus,
                FulfillmentWords.Unfulfilled,
                FulfillmentWords.Partial,
                FulfillmentWords.Fulfilled
            );

    internal static DateTimeOffset? Moment(Call call, string name, Fields fields)
    {
        if (Given(call, name) is not { } text)
            return null;
        var isMoment = DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var moment
        );
        fields.Check(isMoment, name, $"{name} is not a time such as 2026-11-27T00:00:00Z.");
        return isMoment ? moment : null;
    }

    private static long? Amount(Call call, string name, Fields fields) => Integer(call, name, fields);

    private static long? Integer(Call call, string name, Fields fields)
    {
        if (Given(call, name) is not { } text)
            return null;
        var isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        fields.Check(isNumber, name, $"{name} is not a whole number.");
        return isNumber ? number : null;
    }

    /// <summary>An empty filter, as forms send it, asks for nothing.</summary>
    private static string? Given(Call call, string name) => call.Parameter(name)?.Trim() is { Length: > 0 } value ? value : null;
}
