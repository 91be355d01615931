using Checkout.Gateways.Tests.Stripe;
using Checkout.Testing.Stripe;

namespace Checkout.Gateways.Tests.Contract;

public sealed class StripeContractTests : GatewayContract
{
    private StripeShop shop = null!;

    internal override ContractSubject Subject =>
        new(shop.Gateway, shop.Settings)
        {
            Good = "pm_card_visa",
            Declined = "pm_card_chargeDeclined",
            Insufficient = "pm_card_chargeDeclinedInsufficientFunds",
            NeedsShopper = "pm_card_authenticationRequired",
            LosesAnswer = "pm_card_visa",
            Expires = "pm_card_visa",
            LoseNextAnswer = () =>
            {
                // The first try does the work; it and both retries break off.
                shop.StandIn.Fail(StandInFault.BreakAfterWork, StandInFault.BreakAfterWork, StandInFault.BreakAfterWork);
                return Task.CompletedTask;
            },
            PassChallenge = reference =>
            {
                shop.StandIn.Ledger.Challenge(reference, passed: true);
                return Task.CompletedTask;
            },
            Expire = reference =>
            {
                shop.StandIn.Ledger.Expire(reference);
                return Task.CompletedTask;
            },
            Moved = () =>
                Task.FromResult(new MoneyMoved(shop.StandIn.Ledger.Held, shop.StandIn.Ledger.Captured, shop.StandIn.Ledger.Refunded)),
        };

    public override async Task InitializeAsync() => shop = await StripeShop.Open();

    public override async Task DisposeAsync() => await shop.DisposeAsync();
}
