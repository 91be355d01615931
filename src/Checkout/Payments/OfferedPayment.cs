using System.Collections.Immutable;
using System.Text.Json;

namespace Checkout.Payments;

/// <summary>A payment as a shopper offers it: a token that a gateway made, and how much of the order it is to pay.</summary>
public sealed record OfferedPayment(string GatewayPublicId, string Token)
{
    /// <summary>Minor units; null takes what remains.</summary>
    public long? Amount { get; init; }
    public string? Currency { get; init; }
    public string? Type { get; init; }
    public string? DisplayString { get; init; }
    public string? Tag { get; init; }
    public string? ExternalId { get; init; }
    public string? WalletPayType { get; init; }
    public bool Retain { get; init; }
    public ImmutableDictionary<string, JsonElement> CustomAttributes { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
    public ImmutableDictionary<string, JsonElement> ExtraPaymentData { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
