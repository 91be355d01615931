using System.Text.Json.Serialization;

namespace Checkout;

/// <summary>
/// Something the caller can understand and act on, in the vocabulary of the error body
/// (docs/contract/README.md#error-catalog).
/// </summary>
/// <param name="Message">Text for a person.</param>
/// <param name="Type">validation, order, address, authorization, …</param>
/// <param name="Field">The request field or state field at fault.</param>
/// <param name="SubType">Machine-readable reason.</param>
public sealed record Problem(string Message, string Type, string Field, string SubType)
{
    private const string OfAddress = "address";

    public ProblemKind Kind { get; init; } = ProblemKind.Invalid;

    /// <summary><c>validation</c> (the client can correct it) or <c>critical</c>.</summary>
    public string Severity { get; init; } = "validation";

    /// <summary><c>shipping</c> or <c>billing</c> where the problem is in an address.</summary>
    public string? AddressType { get; init; }

    /// <summary>The field at fault is one of an address, which has other names in other APIs.</summary>
    [JsonIgnore]
    public bool IsInAddress => Type == OfAddress;

    /// <summary>When it makes sense to try again; null where that is not known.</summary>
    [JsonIgnore]
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A card was declined, or there is no such gift card: what people who try out cards meet again and again.</summary>
    [JsonIgnore]
    public bool IsOfTender { get; init; }

    public static Problem Invalid(string field, string message, string subType = "") => new(message, "validation", field, subType);

    public static Problem Order(string field, string message, string subType) => new(message, "order", field, subType);

    public static Problem Address(string field, string message, string subType = "") => new(message, OfAddress, field, subType);

    public static Problem NotFound(string message = "The order or shop was not found.") =>
        new(message, "order", "public_order_id", "not_found") { Kind = ProblemKind.NotFound, Severity = "critical" };

    public static Problem Processed() =>
        new("The order is already processed.", "order", "is_processed", "is_processed") { Kind = ProblemKind.Final };

    public static Problem Locked() =>
        new("Another request holds the order. Try again.", "order", "public_order_id", "order_locked")
        {
            Kind = ProblemKind.Locked,
            Severity = "critical",
        };

    public static Problem TooManyRequests() =>
        new("Too many calls. Try again after the time that Retry-After says.", "order", "public_order_id", "too_many_requests")
        {
            Kind = ProblemKind.TooManyRequests,
            Severity = "critical",
        };

    /// <summary>Payments were refused too often: whoever tries out cards or codes has to wait.</summary>
    public static Problem TooManyDeclines(TimeSpan wait) =>
        new("Too many payments were refused. Try again later.", "order", "payment", "too_many_declines")
        {
            Kind = ProblemKind.TooManyRequests,
            RetryAfter = wait,
        };

    public static Problem Upstream(string field, string message, string subType = "upstream") =>
        new(message, "order", field, subType) { Kind = ProblemKind.Upstream, Severity = "critical" };
}
