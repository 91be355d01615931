using Checkout.Orders;

namespace Checkout.Payments;

/// <summary>
/// How often cards may be declined on one order. A shopper seldom needs a third card; who needs an eleventh is trying out
/// numbers, and each try costs the merchant a fee and its standing with the banks.
/// </summary>
public static class DeclineLimit
{
    public const int Most = 10;
    public static readonly TimeSpan Wait = TimeSpan.FromHours(1);

    /// <summary>Null while another card may be tried; once the limit is reached, one each time that the wait is over.</summary>
    public static Problem? Refuses(Order order, DateTimeOffset now) =>
        order.Declines >= Most && order.DeclinedAt is { } last && last + Wait - now is var left && left > TimeSpan.Zero
            ? Problem.TooManyDeclines(left)
            : null;
}
