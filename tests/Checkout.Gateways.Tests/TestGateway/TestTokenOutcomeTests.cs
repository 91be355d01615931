using Checkout.Gateways.TestGateway;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Payments.TestGateway;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Gateways.Tests.TestGateway;

public sealed class TestTokenOutcomeTests
{
    private readonly InMemoryTestGatewayLedger ledger = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly TestPaymentGateway gateway;

    public TestTokenOutcomeTests() => gateway = new TestPaymentGateway(ledger, clock);

    [Theory]
    [InlineData("tok_visa", "visa", "4242")]
    [InlineData("tok_mastercard", "mastercard", "4444")]
    [InlineData("tok_amex", "amex", "0005")]
    public async Task Authorize_BrandToken_SucceedsWithBrandAndLastFour(string token, string brand, string lastFour)
    {
        var outcome = await gateway.Authorize(Asked.Authorize(token), default);

        outcome.Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
        outcome.Reference.ShouldNotBeNullOrEmpty();
        (outcome.Brand, outcome.LastFour).ShouldBe((brand, lastFour));
    }

    [Theory]
    [InlineData("tok_decline", "card_declined")]
    [InlineData("tok_insufficient_funds", "insufficient_funds")]
    [InlineData("tok_never_heard_of", "invalid_token")]
    [InlineData("", "invalid_token")]
    public async Task Authorize_RefusedToken_DeclinesAndHoldsNothing(string token, string code)
    {
        var outcome = await gateway.Authorize(Asked.Authorize(token), default);

        outcome.Kind.ShouldBe(GatewayOutcomeKind.Declined);
        outcome.Code.ShouldBe(code);
        (await Account()).Total(TransactionKind.Authorize).ShouldBe(0);
    }

    [Fact]
    public async Task Capture_ExpiredAuthorization_DeclinesUntilAuthorizedAgain()
    {
        var first = await gateway.Authorize(Asked.Authorize("tok_expired_authorization"), default);
        var refused = await gateway.Capture(Asked.Movement(first.Reference, 5000, "capture-1"), default);
        var renewed = await gateway.Authorize(Asked.Authorize("tok_expired_authorization", key: "authorize-2"), default);
        var captured = await gateway.Capture(Asked.Movement(renewed.Reference, 5000, "capture-2"), default);

        first.Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
        (refused.Kind, refused.Code).ShouldBe((GatewayOutcomeKind.Declined, "authorization_expired"));
        captured.Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
    }

    [Fact]
    public async Task Confirm_GivenUp_LeavesNothingToConfirm()
    {
        var asked = Asked.Authorize("tok_sca");
        var needs = await gateway.Authorize(asked, default);
        var confirmation = new GatewayConfirmation(Asked.Test, "shop", Asked.Order, "payment-1", asked.IdempotencyKey, needs.Reference!);

        var givenUp = await gateway.Confirm(confirmation with { IsGivenUp = true }, default);
        var late = await gateway.Confirm(confirmation with { ByShopper = true }, default);

        (givenUp.Kind, givenUp.Code).ShouldBe((GatewayOutcomeKind.Declined, GatewayCodes.AuthorizationCanceled));
        late.Kind.ShouldBe(GatewayOutcomeKind.Declined);
    }

    [Fact]
    public async Task Authorize_ScaToken_SucceedsUnderItsKeyOnceConfirmed()
    {
        var asked = Asked.Authorize("tok_sca");
        var needs = await gateway.Authorize(asked, default);
        var stillNeeds = await gateway.Authorize(asked, default);
        var confirmation = new GatewayConfirmation(Asked.Test, "shop", Asked.Order, "payment-1", asked.IdempotencyKey, needs.Reference!);
        var unconfirmed = await gateway.Confirm(confirmation, default);
        var confirmed = await gateway.Confirm(confirmation with { ByShopper = true }, default);
        var after = await gateway.Authorize(asked, default);

        needs.Kind.ShouldBe(GatewayOutcomeKind.NeedsAction);
        needs.ClientSecret.ShouldNotBeNullOrEmpty();
        stillNeeds.ShouldBe(needs);
        unconfirmed.ShouldBe(needs);
        confirmed.Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
        after.ShouldBe(confirmed);
    }

    [Fact]
    public async Task Capture_UnconfirmedSca_Declines()
    {
        var needs = await gateway.Authorize(Asked.Authorize("tok_sca"), default);

        var outcome = await gateway.Capture(Asked.Movement(needs.Reference, 5000, "capture-1"), default);

        (outcome.Kind, outcome.Code).ShouldBe((GatewayOutcomeKind.Declined, "invalid_reference"));
    }

    [Fact]
    public async Task Authorize_TimeoutToken_IsUnknownFirstButDone()
    {
        var asked = Asked.Authorize("tok_timeout");
        var first = await gateway.Authorize(asked, default);
        var held = (await Account()).Total(TransactionKind.Authorize);
        var second = await gateway.Authorize(asked, default);

        first.Kind.ShouldBe(GatewayOutcomeKind.Unknown);
        held.ShouldBe(5000);
        second.Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
        (await Account()).Entries.ShouldHaveSingleItem().Times.ShouldBe(2);
    }

    [Fact]
    public async Task Authorize_ErrorToken_DoesNothingTwiceThenWorks()
    {
        var asked = Asked.Authorize("tok_error");
        var kinds = new List<GatewayOutcomeKind>();
        for (var i = 0; i < 4; i++)
            kinds.Add((await gateway.Authorize(asked, default)).Kind);

        kinds.ShouldBe([
            GatewayOutcomeKind.Unknown,
            GatewayOutcomeKind.Unknown,
            GatewayOutcomeKind.Succeeded,
            GatewayOutcomeKind.Succeeded,
        ]);
        (await Account()).Total(TransactionKind.Authorize).ShouldBe(5000);
    }

    [Theory]
    [InlineData("tok_capture_decline", TransactionKind.Capture)]
    [InlineData("tok_refund_decline", TransactionKind.Refund)]
    public async Task Movement_TokenThatDeclinesIt_Declines(string token, TransactionKind kind)
    {
        var authorized = await gateway.Authorize(Asked.Authorize(token), default);
        var outcome = await gateway.Capture(Asked.Movement(authorized.Reference, 5000, "capture-1"), default);
        if (kind is TransactionKind.Refund)
            outcome = await gateway.Refund(Asked.Movement(outcome.Reference, 5000, "refund-1"), default);

        outcome.Kind.ShouldBe(GatewayOutcomeKind.Declined);
        (await Account()).Total(kind).ShouldBe(0);
    }

    [Theory]
    [InlineData("tok_capture_timeout", TransactionKind.Capture)]
    [InlineData("tok_refund_timeout", TransactionKind.Refund)]
    public async Task Movement_TokenThatTimesOut_IsDoneOnceAndToldTheSecondTime(string token, TransactionKind kind)
    {
        var authorized = await gateway.Authorize(Asked.Authorize(token), default);
        var capture = Asked.Movement(authorized.Reference, 5000, "capture-1");
        var first = await gateway.Capture(capture, default);
        var second = await gateway.Capture(capture, default);
        if (kind is TransactionKind.Refund)
        {
            var refund = Asked.Movement(second.Reference, 5000, "refund-1");
            first = await gateway.Refund(refund, default);
            second = await gateway.Refund(refund, default);
        }

        first.Kind.ShouldBe(GatewayOutcomeKind.Unknown);
        second.Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
        (await Account()).Total(kind).ShouldBe(5000);
    }

    private Task<TestGatewayAccount> Account() => ledger.Load(Asked.Order, default);
}
