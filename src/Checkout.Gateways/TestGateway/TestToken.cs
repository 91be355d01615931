using System.Collections.Frozen;
using Checkout.Orders;
using Checkout.Payments;

namespace Checkout.Gateways.TestGateway;

internal enum TestStep
{
    Succeed,
    Decline,

    /// <summary>The shopper must confirm.</summary>
    NeedsAction,

    /// <summary>The work is done, but the first answer is lost.</summary>
    TimeOut,

    /// <summary>Nothing is done and nothing is known for the first <see cref="TestToken.Errors"/> times.</summary>
    Error,
}

/// <summary>A token of the test gateway and what it makes happen, step by step.</summary>
internal sealed record TestToken(string Name, string Brand = "visa", string LastFour = "4242")
{
    public const int Errors = 2;

    private static readonly FrozenDictionary<string, TestToken> Tokens = new TestToken[]
    {
        new("tok_visa"),
        new("tok_mastercard", "mastercard", "4444"),
        new("tok_amex", "amex", "0005"),
        new("tok_decline", LastFour: "0002")
        {
            Authorize = TestStep.Decline,
            Code = "card_declined",
            Message = "The card was declined.",
        },
        new("tok_insufficient_funds", LastFour: "9995")
        {
            Authorize = TestStep.Decline,
            Code = GatewayCodes.InsufficientFunds,
            Message = "The card has insufficient funds.",
        },
        new("tok_expired_authorization", LastFour: "0069")
        {
            Capture = TestStep.Decline,
            RenewalMendsCapture = true,
            Code = GatewayCodes.AuthorizationExpired,
            Message = "The authorization has expired.",
        },
        new("tok_sca", LastFour: "3155") { Authorize = TestStep.NeedsAction },
        new("tok_timeout", LastFour: "0259") { Authorize = TestStep.TimeOut },
        new("tok_capture_timeout") { Capture = TestStep.TimeOut },
        new("tok_refund_timeout") { Refund = TestStep.TimeOut },
        new("tok_error", LastFour: "0119") { Authorize = TestStep.Error },
        new("tok_capture_decline", LastFour: "0341")
        {
            Capture = TestStep.Decline,
            Code = "capture_declined",
            Message = "The capture was declined.",
        },
        new("tok_refund_decline", LastFour: "5126")
        {
            Refund = TestStep.Decline,
            Code = "refund_declined",
            Message = "The refund was declined.",
        },
    }.ToFrozenDictionary(token => token.Name, StringComparer.Ordinal);

    public TestStep Authorize { get; init; }
    public TestStep Capture { get; init; }
    public TestStep Refund { get; init; }

    /// <summary>A second authorization of the same payment can be captured.</summary>
    public bool RenewalMendsCapture { get; init; }
    public string Code { get; init; } = "";
    public string Message { get; init; } = "";

    /// <summary>The outcome with what it tells of the card.</summary>
    public GatewayOutcome On(GatewayOutcome outcome) =>
        outcome with
        {
            Brand = Brand,
            LastFour = LastFour,
            Bin = Bin,
            Expiration = "12/2039",
        };

    private string Bin =>
        Brand switch
        {
            "mastercard" => "555555",
            "amex" => "378282",
            _ => "424242",
        };

    public static TestToken? Find(string name) => Tokens.GetValueOrDefault(name);

    public TestStep Step(TransactionKind kind) =>
        kind switch
        {
            TransactionKind.Authorize => Authorize,
            TransactionKind.Capture => Capture,
            TransactionKind.Refund => Refund,
            _ => TestStep.Succeed,
        };
}
