using System.Security.Cryptography;
using Azure;

namespace Checkout.AzureStorage.Tables;

/// <summary>What to do when others write the same row.</summary>
internal static class Contention
{
    public const int Attempts = 30;

    /// <summary>A wait of random length, so that the losers of a race do not meet again.</summary>
    public static Task Wait(int attempt, TimeProvider time, CancellationToken cancellation) =>
        Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(2, 10 + Math.Min(attempt * 15, 250))), time, cancellation);

    public static bool IsConflict(RequestFailedException fault) => fault.Status is 409 or 412;

    public static InvalidOperationException Lost(string what) => new($"{what} was written by others {Attempts} times in a row.");
}
