using System.Text.Json.Nodes;

namespace Checkout.Local.Tests.Faults;

/// <param name="Json">The whole body.</param>
/// <param name="StorageTransactions">What the call cost.</param>
internal sealed record WireAnswer(int Status, JsonNode Json, int StorageTransactions)
{
    /// <summary>Answers after which a client calls again: still running, too many, down, locked.</summary>
    public bool AsksToTryAgain => Status is 202 or 429 or 503 or 530;

    public JsonNode Data => Json["data"] ?? throw new InvalidOperationException($"No data: {this}");

    public JsonNode State => Data["application_state"]!;

    public string OrderId => Data["public_order_id"]!.GetValue<string>();

    public long Total => State["order_total"]!.GetValue<long>();

    public string? SubType => Json["errors"]?[0]?["sub_type"]?.GetValue<string>();

    public override string ToString() => $"{Status} {Json.ToJsonString()}";
}
