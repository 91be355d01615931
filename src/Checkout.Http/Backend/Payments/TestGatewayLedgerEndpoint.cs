using Checkout.Http.Frame;
using Checkout.Payments.TestGateway;

namespace Checkout.Http.Backend.Payments;

/// <summary>
/// What the test gateway was asked for an order (docs/contract/payments.md#test-gateway-ledger); absent outside
/// development.
/// </summary>
public sealed class TestGatewayLedgerEndpoint(ITestGatewayLedger ledger) : ISlice
{
    public async Task<Reply> Handle(Call call) =>
        call.Parameter("order") is { Length: > 0 } order
            ? Reply.Of(TestGatewayLedgerAnswer.Of(await ledger.Load(order, call.Cancellation)))
            : Problem.Invalid("order", "order is required: the public order id.", "required");
}
