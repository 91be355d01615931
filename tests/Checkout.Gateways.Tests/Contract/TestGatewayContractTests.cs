using Checkout.Gateways.TestGateway;
using Checkout.Orders;
using Checkout.Payments;

namespace Checkout.Gateways.Tests.Contract;

public sealed class TestGatewayContractTests : GatewayContract
{
    private readonly InMemoryTestGatewayLedger ledger = new();
    private readonly TestPaymentGateway gateway;

    public TestGatewayContractTests() => gateway = new TestPaymentGateway(ledger, TimeProvider.System);

    internal override ContractSubject Subject =>
        new(gateway, Asked.Test)
        {
            Good = "tok_visa",
            Declined = "tok_decline",
            Insufficient = "tok_insufficient_funds",
            NeedsShopper = "tok_sca",
            LosesAnswer = "tok_timeout",
            Expires = "tok_expired_authorization",
            LoseNextAnswer = () => Task.CompletedTask,
            PassChallenge = reference =>
                gateway.Confirm(
                    new GatewayConfirmation(Asked.Test, "shop", Asked.Order, "payment-1", "authorize-1", reference) { ByShopper = true },
                    default
                ),
            Expire = _ => Task.CompletedTask,
            Moved = async () =>
            {
                var account = await ledger.Load(Asked.Order, default);
                var captured = account.Total(TransactionKind.Capture);
                return new MoneyMoved(
                    account.Total(TransactionKind.Authorize) - captured - account.Total(TransactionKind.Void),
                    captured,
                    account.Total(TransactionKind.Refund)
                );
            },
        };

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;
}
