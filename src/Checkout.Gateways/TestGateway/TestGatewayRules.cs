using System.Security.Cryptography;
using System.Text;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Payments.TestGateway;

namespace Checkout.Gateways.TestGateway;

/// <summary>What the test gateway decides, from its account of the order alone.</summary>
internal static class TestGatewayRules
{
    /// <summary>The entry as it is after the question; its outcome says what was really done.</summary>
    public static TestGatewayEntry Decide(TestGatewayAccount account, TestGatewayRequest request, DateTimeOffset now)
    {
        var kept = account.ByKey(request.IdempotencyKey);
        if (kept is null)
            return First(account, request, now);

        var again = kept with { Times = kept.Times + 1, LastAt = now };
        return kept.Outcome.Kind is GatewayOutcomeKind.Unknown && again.Times > TestToken.Errors
            ? again with
            {
                Outcome = Succeed(request, TestToken.Find(kept.Token)!),
            }
            : again;
    }

    /// <summary>What the caller is told of the entry: a lost answer is lost the first time only.</summary>
    public static GatewayOutcome Tell(TestGatewayEntry entry) =>
        entry is { Times: 1, Stands: true } && TestToken.Find(entry.Token)?.Step(entry.Kind) is TestStep.TimeOut
            ? GatewayOutcome.Unknown("The test gateway did not answer in time.")
            : entry.Outcome;

    public static bool SameQuestion(TestGatewayEntry kept, TestGatewayRequest request) =>
        kept.Kind == request.Kind
        && kept.Amount == request.Amount
        && string.Equals(kept.Currency, request.Currency, StringComparison.OrdinalIgnoreCase)
        && string.Equals(kept.PaymentId, request.PaymentId, StringComparison.Ordinal)
        && string.Equals(kept.Parent, request.Parent, StringComparison.Ordinal)
        && (request.Token is null || string.Equals(kept.Token, request.Token, StringComparison.Ordinal));

    private static TestGatewayEntry First(TestGatewayAccount account, TestGatewayRequest request, DateTimeOffset now)
    {
        var parent = request.ParentKind is { } kind ? account.Done(kind, request.Parent ?? "") : null;
        var token = request.Token ?? parent?.Token ?? "";
        return new TestGatewayEntry
        {
            PublicOrderId = request.PublicOrderId,
            PaymentId = request.PaymentId,
            IdempotencyKey = request.IdempotencyKey,
            Kind = request.Kind,
            Amount = request.Amount,
            Currency = request.Currency,
            Token = token,
            Parent = request.Parent,
            Outcome = Refusal(account, request, parent) ?? Outcome(account, request, token, parent),
            FirstAt = now,
            LastAt = now,
        };
    }

    private static GatewayOutcome? Refusal(TestGatewayAccount account, TestGatewayRequest request, TestGatewayEntry? parent)
    {
        if (request.Amount <= 0)
            return GatewayOutcome.Declined("invalid_amount", "The amount must be positive.");
        if (request.ParentKind is not { } parentKind)
            return null;
        if (parent is null)
            return GatewayOutcome.Declined("invalid_reference", $"No {parentKind.ToString().ToLowerInvariant()} has this reference.");
        if (!string.Equals(parent.Currency, request.Currency, StringComparison.OrdinalIgnoreCase))
            return GatewayOutcome.Declined("currency_mismatch", $"The money is in {parent.Currency}.");

        var left =
            parent.Amount
            - (
                parentKind is TransactionKind.Authorize
                    ? account.Taken(TransactionKind.Capture, request.Parent!) + account.Taken(TransactionKind.Void, request.Parent!)
                    : account.Taken(TransactionKind.Refund, request.Parent!)
            );
        return request.Amount > left
            ? GatewayOutcome.Declined("amount_too_large", $"{left} is left, {request.Amount} was asked for.")
            : null;
    }

    private static GatewayOutcome Outcome(TestGatewayAccount account, TestGatewayRequest request, string name, TestGatewayEntry? parent)
    {
        if (TestToken.Find(name) is not { } token)
            return GatewayOutcome.Declined(GatewayCodes.InvalidToken, "The test gateway does not know this token.");

        return token.Step(request.Kind) switch
        {
            TestStep.Decline when !(token.RenewalMendsCapture && IsRenewal(account, parent!)) => token.On(
                GatewayOutcome.Declined(token.Code, token.Message)
            ),
            TestStep.NeedsAction => GatewayOutcome.NeedsAction(Reference(request), Reference(request) + "_secret"),
            TestStep.Error => GatewayOutcome.Unknown("The test gateway had an error."),
            _ => Succeed(request, token),
        };
    }

    private static bool IsRenewal(TestGatewayAccount account, TestGatewayEntry authorization) =>
        account.Entries.First(e =>
            e.Kind is TransactionKind.Authorize && e.Stands && string.Equals(e.PaymentId, authorization.PaymentId, StringComparison.Ordinal)
        ) != authorization;

    private static GatewayOutcome Succeed(TestGatewayRequest request, TestToken token) =>
        token.On(GatewayOutcome.Succeeded(Reference(request)));

    private static string Reference(TestGatewayRequest request)
    {
        var prefix = request.Kind switch
        {
            TransactionKind.Authorize => "test_auth_",
            TransactionKind.Capture => "test_capture_",
            TransactionKind.Void => "test_void_",
            _ => "test_refund_",
        };
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(request.PublicOrderId + "|" + request.IdempotencyKey));
        return prefix + Convert.ToHexStringLower(hash.AsSpan(0, 12));
    }
}

/// <summary>A question to the test gateway. An authorization brings its token; what follows inherits it.</summary>
internal sealed record TestGatewayRequest(
    TransactionKind Kind,
    string PublicOrderId,
    string PaymentId,
    string IdempotencyKey,
    long Amount,
    string Currency,
    string? Token,
    string? Parent
)
{
    public TransactionKind? ParentKind =>
        Kind switch
        {
            TransactionKind.Authorize => null,
            TransactionKind.Refund => TransactionKind.Capture,
            _ => TransactionKind.Authorize,
        };

    public static TestGatewayRequest Of(GatewayAuthorization authorization) =>
        new(
            TransactionKind.Authorize,
            authorization.PublicOrderId,
            authorization.PaymentId,
            authorization.IdempotencyKey,
            authorization.Amount,
            authorization.Currency,
            authorization.Token,
            Parent: null
        );

    public static TestGatewayRequest Of(TransactionKind kind, GatewayMovement movement) =>
        new(
            kind,
            movement.PublicOrderId,
            movement.PaymentId,
            movement.IdempotencyKey,
            movement.Amount,
            movement.Currency,
            Token: null,
            movement.Reference
        );
}
