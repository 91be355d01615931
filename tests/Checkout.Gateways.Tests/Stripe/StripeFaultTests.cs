using Checkout.Orders;
using Checkout.Payments;
using Checkout.Testing.Stripe;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Gateways.Tests.Stripe;

public sealed class StripeFaultTests
{
    [Theory]
    [InlineData(StandInFault.BreakBeforeWork)]
    [InlineData(StandInFault.BreakAfterWork)]
    [InlineData(StandInFault.RateLimit)]
    public async Task Authorize_OneTryFails_IsTriedAgainWithTheSameKeyAndHeldOnce(StandInFault fault)
    {
        await using var shop = await StripeShop.Open();
        shop.StandIn.Fail(fault);

        var outcome = await shop.Gateway.Authorize(shop.Authorization("pm_card_visa"), default);

        outcome.Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
        shop.StandIn.Requests.Select(r => r.IdempotencyKey).ShouldBe(["authorize-1", "authorize-1"]);
        shop.StandIn.Ledger.Held.ShouldBe(5000);
    }

    [Fact]
    public async Task Authorize_ServerErrorThatStripeRemembers_IsFoundByItsMark()
    {
        await using var shop = await StripeShop.Open();
        shop.StandIn.Fail(StandInFault.ServerErrorAfterWork);

        var outcome = await shop.Gateway.Authorize(shop.Authorization("pm_card_visa"), default);

        outcome.Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
        shop.StandIn.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Authorize_KeyOlderThanStripesMemory_IsLookedUpBeforeItIsAskedAgain()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var shop = await StripeShop.Open(clock);
        var asked = shop.Authorization("pm_card_visa") with { IntendedAt = clock.GetUtcNow() };
        var first = await shop.Gateway.Authorize(asked, default);
        var postsBefore = shop.StandIn.Requests.Count(r => r.Method == "POST");

        clock.Advance(TimeSpan.FromHours(30));
        var late = await shop.Gateway.Authorize(asked, default);

        late.Reference.ShouldBe(first.Reference);
        shop.StandIn.Requests.Count(r => r.Method == "POST").ShouldBe(postsBefore);
    }

    [Fact]
    public async Task Authorize_NoAnswerWithinTheGatewaysTime_IsUnknown()
    {
        var clock = new FakeTimeProvider();
        await using var shop = await StripeShop.Open(clock);
        shop.StandIn.Fail(StandInFault.Hang, StandInFault.Hang, StandInFault.Hang);

        var asking = shop.Gateway.Authorize(shop.Authorization("pm_card_visa"), default);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await shop.StandIn.Hanging.Reader.ReadAsync();
            clock.Advance(TimeSpan.FromSeconds(10));
        }

        var outcome = await asking;

        (outcome.Kind, outcome.Code).ShouldBe((GatewayOutcomeKind.Unknown, null));
        shop.StandIn.Ledger.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Authorize_CallerGivesUp_IsTheCallersCancellation()
    {
        await using var shop = await StripeShop.Open(new FakeTimeProvider());
        using var caller = new CancellationTokenSource();
        shop.StandIn.Fail(StandInFault.Hang);

        var asking = shop.Gateway.Authorize(shop.Authorization("pm_card_visa"), caller.Token);
        await shop.StandIn.Hanging.Reader.ReadAsync();
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asking);
    }

    [Fact]
    public async Task Authorize_StripeKeepsFailing_IsNotAskedUntilTheBreakIsOver()
    {
        var clock = new FakeTimeProvider();
        await using var shop = await StripeShop.Open(clock, fewestCalls: 4);
        for (var call = 0; call < 4; call++)
        {
            shop.StandIn.Fail(StandInFault.BreakBeforeWork, StandInFault.BreakBeforeWork, StandInFault.BreakBeforeWork);
            (await shop.Gateway.Authorize(shop.Authorization("pm_card_visa", key: $"authorize-{call}"), default)).Code.ShouldBeNull();
        }

        var asked = shop.StandIn.Requests.Count;
        var open = await shop.Gateway.Authorize(shop.Authorization("pm_card_visa"), default);
        var askedWhileOpen = shop.StandIn.Requests.Count - asked;
        clock.Advance(TimeSpan.FromSeconds(16));
        var closed = await shop.Gateway.Authorize(shop.Authorization("pm_card_visa"), default);

        (open.Kind, open.Code).ShouldBe((GatewayOutcomeKind.Unknown, GatewayCodes.CircuitOpen));
        askedWhileOpen.ShouldBe(0);
        closed.Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
    }

    [Fact]
    public async Task Capture_AnswerLostForGood_IsRecognizedByItsMark()
    {
        await using var shop = await StripeShop.Open();
        var authorized = await shop.Gateway.Authorize(shop.Authorization("pm_card_visa"), default);
        shop.StandIn.Fail(StandInFault.None, StandInFault.ServerErrorAfterWork);

        var first = await shop.Gateway.Capture(shop.Movement(authorized.Reference, 2000, "capture-1"), default);
        var second = await shop.Gateway.Capture(shop.Movement(authorized.Reference, 2000, "capture-1"), default);

        first.Kind.ShouldBe(GatewayOutcomeKind.Unknown);
        second.Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
        shop.StandIn.Ledger.Captured.ShouldBe(2000);
    }

    [Fact]
    public async Task Capture_CardThatIsCapturedOnlyOnce_SaysThatTheAuthorizationIsUsed()
    {
        await using var shop = await StripeShop.Open();
        shop.StandIn.Ledger.Multicapture = false;
        var authorized = await shop.Gateway.Authorize(shop.Authorization("pm_card_visa"), default);

        var first = await shop.Gateway.Capture(shop.Movement(authorized.Reference, 2000, "capture-1"), default);
        var second = await shop.Gateway.Capture(shop.Movement(authorized.Reference, 3000, "capture-2"), default);
        var released = await shop.Gateway.Void(shop.Movement(authorized.Reference, 3000, "void-1"), default);

        first.Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
        second.Code.ShouldBe(GatewayCodes.AuthorizationUsed);
        released.Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
        (shop.StandIn.Ledger.Captured, shop.StandIn.Ledger.Held).ShouldBe((2000, 0));
    }

    [Theory]
    [InlineData(false, GatewayOutcomeKind.Declined, 0)]
    [InlineData(true, GatewayOutcomeKind.Succeeded, 5000)]
    public async Task Confirm_GivenUp_DropsWhatTheShopperDidNotConfirmBefore(bool confirmed, GatewayOutcomeKind expected, long held)
    {
        await using var shop = await StripeShop.Open();
        var needs = await shop.Gateway.Authorize(shop.Authorization("pm_card_authenticationRequired"), default);
        if (confirmed)
            shop.StandIn.Ledger.Challenge(needs.Reference!, passed: true);
        var confirmation = new GatewayConfirmation(shop.Settings, "shop", Asked.Order, "payment-1", "authorize-1", needs.Reference!)
        {
            IsGivenUp = true,
        };

        var givenUp = await shop.Gateway.Confirm(confirmation, default);
        var again = await shop.Gateway.Confirm(confirmation, default);

        givenUp.Kind.ShouldBe(expected);
        again.Kind.ShouldBe(expected);
        shop.StandIn.Ledger.Held.ShouldBe(held);
    }

    [Fact]
    public async Task Authorize_ShopperFailsTheChallenge_DeclinesUnderTheSameKey()
    {
        await using var shop = await StripeShop.Open();
        var needs = await shop.Gateway.Authorize(shop.Authorization("pm_card_authenticationRequired"), default);
        shop.StandIn.Ledger.Challenge(needs.Reference!, passed: false);

        var again = await shop.Gateway.Authorize(shop.Authorization("pm_card_authenticationRequired"), default);
        var confirmed = await shop.Gateway.Confirm(
            new GatewayConfirmation(shop.Settings, "shop", Asked.Order, "payment-1", "authorize-1", needs.Reference!),
            default
        );

        (again.Kind, again.Code).ShouldBe((GatewayOutcomeKind.Declined, "payment_intent_authentication_failure"));
        confirmed.Code.ShouldBe("payment_intent_authentication_failure");
    }
}
