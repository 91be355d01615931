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

    /// <summary>The order itself, whatever its status: digits alone.</summary>
    public static string Number(long orderId) => (Highest - orderId).ToString("D19", CultureInfo.InvariantCulture);

    public static bool IsNumber(long orderId) => orderId is > 0 and < Highest;

    /// <summary>By e-mail address, hashed.</summary>
    public static string Email(string address) => $"mail-{EmailHash.Of(address)}-";

    /// <summary>By the short number.</summary>
    public static string Short(string number) => $"short-{number.Replace("-", "", StringComparison.Ordinal)}-";

    public static string Platform(string platformOrderId) => $"platform-{TableKey.Of(platformOrderId)}-";

    /// <summary>Where orders that were placed at that moment begin among <see cref="Done"/>.</summary>
    public static string DoneAt(DateTimeOffset at) =>
        Done + (DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>The first key behind those with the prefix.</summary>
    public static string Behind(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    /// <summary>The rows that have the order's line.</summary>
    public static ImmutableArray<string> Lines(Order order, OrderSummary line)
    {
        if (!order.IsFinal && !order.IsListed)
            return [];
        var number = Number(order.OrderId);
        var list = order.IsFinal ? $"{DoneAt(line.At)}-{number}" : Open + number;
        return line.EmailAddress.Length == 0 ? [list] : [list, Email(line.EmailAddress) + number];
    }

    /// <summary>The rows that lead to the order's own.</summary>
    public static ImmutableArray<string> Pointers(OrderSummary line)
    {
        var number = Number(line.OrderId);
        var byNumber = Short(line.OrderNumber) + number;
        return line.PlatformOrderId is { Length: > 0 } platform ? [byNumber, Platform(platform) + number] : [byNumber];
    }
}
