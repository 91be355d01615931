using Checkout.Http.Dialects;
using Checkout.Http.Frame;
using Checkout.Payments.TestGateway;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Backend.Payments;

/// <summary>
/// What the test gateway was asked for an order (docs/contract/payments.md#test-gateway-ledger); absent outside
/// development.
/// </summary>
public sealed class TestGatewayLedgerEndpoint(ITestGatewayLedger ledger) : ISlice
{
    public async Task<IResult> Handle(Call call) => call.Parameter("order") is { Length: > 0 } order
        ? Answers.Flat(TestGatewayLedgerAnswer.Of(await ledger.Load(order, call.Cancellation)))
        : Answers.Refused(Problem.Invalid("order", "order is required: the public order id.", "required"));
}
