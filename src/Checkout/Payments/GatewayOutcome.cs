namespace Checkout.Payments;

/// <summary>What a gateway answered.</summary>
public sealed record GatewayOutcome(GatewayOutcomeKind Kind)
{
    public string? Reference { get; init; }
    public string? Code { get; init; }
    public string? Message { get; init; }
    public string? ClientSecret { get; init; }
    public string? Brand { get; init; }
    public string? LastFour { get; init; }

    /// <summary>The first digits of a card's number, which name its bank.</summary>
    public string? Bin { get; init; }

    /// <summary>MM/YYYY.</summary>
    public string? Expiration { get; init; }

    /// <summary>
    /// By which the same tender can be authorized again, for this order or a later one, where the gateway takes the offered
    /// token only once; null when that token itself will do, or when the tender cannot be charged again.
    /// </summary>
    public string? ReusableToken { get; init; }

    /// <summary>What the gateway's fraud checks say, for the timeline, such as «risk elevated (67)»; null for nothing.</summary>
    public string? Risk { get; init; }

    /// <summary>What the timeline is to say beside the movement; null when it speaks for itself.</summary>
    public string? Note { get; init; }

    public static GatewayOutcome Succeeded(string reference) => new(GatewayOutcomeKind.Succeeded) { Reference = reference };

    public static GatewayOutcome Declined(string code, string message) =>
        new(GatewayOutcomeKind.Declined) { Code = code, Message = message };

    public static GatewayOutcome NeedsAction(string reference, string clientSecret) =>
        new(GatewayOutcomeKind.NeedsAction) { Reference = reference, ClientSecret = clientSecret };

    public static GatewayOutcome Unknown(string message) => new(GatewayOutcomeKind.Unknown) { Message = message };
}
