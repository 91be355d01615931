using System.Collections.Immutable;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Journeys.Settling;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Pricing;

namespace Checkout.Http.Backend.Payments;

/// <summary>
/// Places holds for the order's total on its payments; declines are in <c>errors</c> beside <c>data</c>
/// (docs/contract/payments.md#authorize-full).
/// </summary>
public sealed class AuthorizeFullEndpoint(MoneyCalls money) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<EmptyObject>();
        if (!body.Succeeded)
            return body.Problems;
        var answer = await money.Run(call.ShopIdentifier, call.OrderId, new MoneyRequest(MoneyOperationKind.Authorize), call.Cancellation);
        if (!answer.Succeeded)
            return answer.Problems;

        var data = AuthorizeFullData.Of(answer.Value);
        var errors = data.Transactions.Where(t => t.Status == "failed").Select(AuthorizationError.Of).ToImmutableArray();
        if (errors.IsEmpty && data.Transactions.All(t => t.Status != "pending") && AuthorizePayments.Uncovered(answer.Value.Order) > 0)
            errors = [AuthorizationError.Uncovered];
        var reply = new ValueReply(ReplyBody.Of(data));
        return errors.IsEmpty ? reply : reply.Beside("errors", errors);
    }
}

public sealed record AuthorizeFullData(long Total, ImmutableArray<AuthorizationState> Transactions, ApplicationState ApplicationState)
{
    /// <summary>
    /// The authorizations that stand, and the last of every payment when that one does not, whoever asked for them: a repeated
    /// call answers the same.
    /// </summary>
    public static AuthorizeFullData Of(MoneyAnswer answer)
    {
        var authorizations =
            from payment in answer.Order.Payments
            let asked = payment.Transactions.Where(t => t.Kind is TransactionKind.Authorize).ToList()
            from transaction in asked
            where Stands(payment, transaction) || transaction == asked[^1]
            select AuthorizationState.Of(payment, transaction);
        return new AuthorizeFullData(OrderPrice.Of(answer.Order).Total, [.. authorizations], ApplicationState.Of(answer.Order));
    }

    private static bool Stands(Payment payment, PaymentTransaction transaction) =>
        transaction is { Status: not TransactionStatus.Failed, Expired: false }
        && !payment.Transactions.Any(t =>
            t is { Kind: TransactionKind.Void, Status: TransactionStatus.Succeeded } && t.ParentId == transaction.Id
        );
}

public sealed record AuthorizationState
{
    public required string Gateway { get; init; }
    public required string PaymentId { get; init; }
    public required long Amount { get; init; }
    public required string TransactionId { get; init; }
    public required string Currency { get; init; }
    public required string Step { get; init; }

    /// <summary>success, failed or pending.</summary>
    public required string Status { get; init; }
    public required string TenderType { get; init; }
    public required TenderState TenderDetails { get; init; }
    public ImmutableArray<string> GatewayResponseData { get; init; } = [];

    internal string FailureCode { get; private init; } = "";
    internal string FailureMessage { get; private init; } = "";

    public static AuthorizationState Of(Payment payment, PaymentTransaction transaction) =>
        new()
        {
            Gateway = payment.GatewayPublicId,
            PaymentId = payment.Id,
            Amount = transaction.Amount,
            TransactionId = transaction.GatewayReference ?? transaction.Id,
            Currency = transaction.Currency,
            Step = payment.Status,
            Status = transaction.Status switch
            {
                TransactionStatus.Succeeded => transaction.Expired ? "failed" : "success",
                TransactionStatus.Failed => "failed",
                _ => "pending",
            },
            TenderType = payment.Type,
            TenderDetails = new TenderState(payment.Brand, payment.LastFour, payment.Bin, payment.Expiration),
            FailureCode = transaction.FailureCode ?? (transaction.Expired ? GatewayCodes.AuthorizationExpired : ""),
            FailureMessage = transaction.FailureMessage ?? (transaction.Expired ? "The authorization has expired." : ""),
        };
}

/// <param name="Expiration">MM/YYYY: connectors take it apart at the slash.</param>
public sealed record TenderState(string Brand, string LastFour, string Bin, string Expiration);

/// <summary>
/// A decline as connectors read it: type <c>declined</c>. The field and the sub-type, which is the gateway's code, are those of
/// every other error.
/// </summary>
public sealed record AuthorizationError(string Code, string Type, string Message, ImmutableArray<AuthorizationState> Transactions)
{
    /// <summary>Every hold that could be asked for stands, and together they are less than the order costs.</summary>
    public static AuthorizationError Uncovered { get; } =
        new("insufficient_payments", "declined", "There are insufficient payments to cover this order", []);

    public string Field { get; } = "payment";
    public string SubType => Code;
    public string Severity { get; } = "validation";

    public static AuthorizationError Of(AuthorizationState failed) => new(failed.FailureCode, "declined", failed.FailureMessage, [failed]);
}
