using Azure;
using Checkout.Faults;

namespace Checkout.AzureStorage.Tables;

/// <summary>Faults of Table Storage and Key Vault, after the SDK's own retries.</summary>
internal sealed class TableFaults : IStoreFaults
{
    public bool IsAway(Exception fault) =>
        fault switch
        {
            // All tries of one request; the SDK ends a request that takes too long by cancelling it.
            AggregateException { InnerExceptions: var tries } => tries.All(IsAway),
            RequestFailedException { Status: 0 or 408 or 429 or >= 500 } => true,
            TaskCanceledException { CancellationToken.IsCancellationRequested: false } or TimeoutException => true,
            HttpRequestException or IOException => true,
            _ => false,
        };
}
