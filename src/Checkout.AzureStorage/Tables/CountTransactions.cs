using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Core.Pipeline;
using Checkout.Stores;

namespace Checkout.AzureStorage.Tables;

/// <summary>The meter of the store.</summary>
public sealed class StorageMeter(IMeterFactory meters)
{
    public const string Name = "Checkout.Storage";

    /// <summary>Requests sent to storage, retries included; tagged table, operation and endpoint.</summary>
    public Counter<long> Transactions { get; } = meters.Create(Name).CreateCounter<long>("checkout.storage.transactions");
}

/// <summary>Counts each request to a table, also every retry: each is one that is paid for.</summary>
internal sealed class CountTransactions(string table, StorageMeter meter) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        StorageTransactions.Add();
        meter.Transactions.Add(
            1,
            new("table", table),
            new("operation", Operation(message.Request)),
            new("endpoint", StorageTransactions.Endpoint ?? "none")
        );
    }

    private static string Operation(Request request)
    {
        var path = request.Uri.Path;
        return request.Method.Method switch
        {
            "GET" => path.Contains("PartitionKey", StringComparison.Ordinal) ? "get" : "query",
            "POST" when path.EndsWith("$batch", StringComparison.Ordinal) => "group",
            "POST" => "insert",
            "PUT" => "replace",
            "PATCH" or "MERGE" => "merge",
            "DELETE" => "delete",
            var other => other,
        };
    }
}
