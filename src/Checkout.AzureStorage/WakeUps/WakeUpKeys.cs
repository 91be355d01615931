using System.Globalization;
using Checkout.AzureStorage.Tables;
using Checkout.Stores;

namespace Checkout.AzureStorage.WakeUps;

/// <summary>
/// The keys of wake-ups. The partitions of a shop are two lanes, one of what had no turn yet and one of what was put off, and in
/// each the minutes of being due, so that what waits in a shop is two ranges. A minute is four shards, which spread a busy one
/// over servers.
/// </summary>
internal static class WakeUpKeys
{
    private const int Shards = 4;
    private const string Minute = "yyyyMMddHHmm";
    private const int LengthOfPlace = 14;

    /// <summary>In front of all partitions of shops. What belongs to no shop has a partition that begins with its minute.</summary>
    public const string OfShops = "shop-";
    public const string BehindShops = "shop.";

    /// <summary>What the partitions of a lane begin with.</summary>
    public static string Lane(string shop, bool isPutOff) => $"{OfShops}{TableKey.Of(shop)}|{(isPutOff ? 1 : 0)}-";

    public static string LaneOf(string partition) => partition[..^LengthOfPlace];

    /// <summary>The minute that a partition is about, as text that sorts.</summary>
    public static string MinuteOf(string partition) => partition.Substring(partition.Length - LengthOfPlace, Minute.Length);

    /// <summary>The minute behind that of the moment: what is due by then sorts before it.</summary>
    public static string MinuteBehind(DateTimeOffset at) => MinuteOf(at.AddMinutes(1));

    public static string Partition(WakeUp wakeUp) =>
        wakeUp.Shop is { } shop ? Lane(shop, wakeUp.Attempt > 0) + EarlierPartition(wakeUp) : EarlierPartition(wakeUp);

    /// <summary>Where wake-ups of shops were too, in earlier versions of the program.</summary>
    public static string EarlierPartition(WakeUp wakeUp) => $"{MinuteOf(wakeUp.Due)}-{Shard(wakeUp.PublicOrderId)}";

    // With the time and the attempt: to clear one wake-up must not clear another of the same order in the same minute.
    public static string Row(WakeUp wakeUp) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{TableKey.Of(wakeUp.PublicOrderId)}|{TableKey.Of(wakeUp.Kind)}|{wakeUp.Due.ToUnixTimeMilliseconds()}|{wakeUp.Attempt}"
        );

    private static string MinuteOf(DateTimeOffset at) => at.UtcDateTime.ToString(Minute, CultureInfo.InvariantCulture);

    // The same in every process, unlike string.GetHashCode.
    private static int Shard(string publicOrderId) => publicOrderId.Sum(c => (int)c) % Shards;
}
