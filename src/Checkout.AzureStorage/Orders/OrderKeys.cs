using System.Collections.Immutable;
using System.Globalization;
using Checkout.AzureStorage.Tables;
using Checkout.Orders;
using Checkout.Viewing;

namespace Checkout.AzureStorage.Orders;

/// <summary>
/// The row keys of an order in the partition of its shop. Each ends with a number that counts down, so that the newest order
/// comes first. All are in one partition, so that they change in one group write.
/// </summary>
internal static class OrderKeys
{
    private const long Highest = 1_000_000_000_000_000_000;

    /// <summary>Open orders, by the time of their begin.</summary>
    public const string Open = "open-";

    /// <summary>Placed and canceled ones, by the time when that happened.</summary>
    public const string Done = "done-";

    private const string Any = "any";

    /// <summary>The order itself, whatever its status: digits alone.</summary>
    public static string Number(long orderId) => (Highest - orderId).ToString("D19", CultureInfo.InvariantCulture);

    public static bool IsNumber(long orderId) => orderId is > 0 and < Highest;

    /// <summary>By e-mail address, hashed.</summary>
    public static string Email(string address) => $"mail-{EmailHash.Of(address)}-";

    /// <summary>By the short number.</summary>
    public static string Short(string number) => $"short-{number.Replace("-", "", StringComparison.Ordinal)}-";

    public static string Platform(string platformOrderId) => $"platform-{TableKey.Of(platformOrderId)}-";

    /// <summary>The orders of a status, or those of them that have these words too, in the order of the list that they are on.</summary>
    public static string Words(string orderStatus, string? financialStatus, string? fulfillmentStatus) =>
        $"is-{orderStatus}-{financialStatus ?? Any}-{fulfillmentStatus ?? Any}-";

    /// <summary>What the line of nearly every open order says: those are found by <see cref="Open"/> alone.</summary>
    public static bool IsUsualOfOpen(OrderSummary line) =>
        line is { OrderStatus: OrderWords.Open, FinancialStatus: FinancialWords.Pending, FulfillmentStatus: FulfillmentWords.Unfulfilled };

    /// <summary>Where orders that were placed at that moment begin behind <see cref="Done"/>.</summary>
    public static string DoneAt(DateTimeOffset at) =>
        (DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>The first key behind those with the prefix.</summary>
    public static string Behind(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    /// <summary>The rows that have the order's line.</summary>
    public static ImmutableArray<string> Lines(Order order, OrderSummary line)
    {
        if (!order.IsFinal && !order.IsListed)
            return [];
        var number = Number(order.OrderId);
        var (list, place) = order.IsFinal ? (Done, $"{DoneAt(line.At)}-{number}") : (Open, number);
        return
        [
            list + place,
            .. order.IsFinal || !IsUsualOfOpen(line) ? ByWords(line).Select(words => words + place) : [],
            .. line.EmailAddress.Length == 0 ? [] : new[] { Email(line.EmailAddress) + number },
        ];
    }

    private static IEnumerable<string> ByWords(OrderSummary line) =>
        [
            Words(line.OrderStatus, null, null),
            Words(line.OrderStatus, line.FinancialStatus, null),
            Words(line.OrderStatus, null, line.FulfillmentStatus),
            Words(line.OrderStatus, line.FinancialStatus, line.FulfillmentStatus),
        ];

    /// <summary>The rows that lead to the order's own.</summary>
    public static ImmutableArray<string> Pointers(OrderSummary line)
    {
        var number = Number(line.OrderId);
        var byNumber = Short(line.OrderNumber) + number;
        return line.PlatformOrderId is { Length: > 0 } platform ? [byNumber, Platform(platform) + number] : [byNumber];
    }
}
