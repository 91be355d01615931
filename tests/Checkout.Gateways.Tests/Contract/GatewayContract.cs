using Checkout.Orders;
using Checkout.Payments;
using Shouldly;
using Xunit;

namespace Checkout.Gateways.Tests.Contract;

/// <summary>What every gateway promises, whoever is behind it. Each test has an order and a gateway of its own.</summary>
public abstract class GatewayContract : IAsyncLifetime
{
    internal abstract ContractSubject Subject { get; }

    [Fact]
    public async Task Authorize_GoodCard_HoldsTheAmountAndShowsTheCard()
    {
        var outcome = await Authorize(Subject.Good);

        outcome.Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
        outcome.Reference.ShouldNotBeNullOrEmpty();
        (outcome.Brand, outcome.LastFour).ShouldBe(("visa", "4242"));
        (await Subject.Moved()).ShouldBe(new MoneyMoved(5000, 0, 0));
    }

    [Fact]
    public async Task Authorize_RefusedCard_DeclinesWithTheReason()
    {
        (await Authorize(Subject.Declined, key: "a")).Code.ShouldBe("card_declined");
        (await Authorize(Subject.Insufficient, key: "b")).Code.ShouldBe(GatewayCodes.InsufficientFunds);
        (await Authorize("no-such-token", key: "c")).Code.ShouldBe(GatewayCodes.InvalidToken);
        (await Subject.Moved()).ShouldBe(new MoneyMoved(0, 0, 0));
    }

    [Fact]
    public async Task Authorize_SameKeyFiftyTimesAtOnce_HoldsOnce()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Authorize(Subject.Good))));

        outcomes.ShouldAllBe(o => o.Kind == GatewayOutcomeKind.Succeeded || o.Kind == GatewayOutcomeKind.Unknown);
        outcomes.Where(o => o.Kind is GatewayOutcomeKind.Succeeded).Select(o => o.Reference).Distinct().Count().ShouldBe(1);
        (await Authorize(Subject.Good)).Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
        (await Subject.Moved()).ShouldBe(new MoneyMoved(5000, 0, 0));
    }

    [Fact]
    public async Task Authorize_SameKeyOtherAmount_DeclinesAndMovesNothing()
    {
        await Authorize(Subject.Good);

        var outcome = await Authorize(Subject.Good, amount: 6000);

        (outcome.Kind, outcome.Code).ShouldBe((GatewayOutcomeKind.Declined, GatewayCodes.IdempotencyMismatch));
        (await Subject.Moved()).ShouldBe(new MoneyMoved(5000, 0, 0));
    }

    [Fact]
    public async Task Authorize_ShopperMustConfirm_SucceedsUnderTheSameKeyAfterwards()
    {
        var needs = await Authorize(Subject.NeedsShopper);
        var stillNeeds = await Authorize(Subject.NeedsShopper);
        await Subject.PassChallenge(needs.Reference!);
        var after = await Authorize(Subject.NeedsShopper);
        var captured = await Capture(after.Reference, 5000, "capture-1");

        needs.Kind.ShouldBe(GatewayOutcomeKind.NeedsAction);
        needs.ClientSecret.ShouldNotBeNullOrEmpty();
        stillNeeds.Kind.ShouldBe(GatewayOutcomeKind.NeedsAction);
        (after.Kind, after.Reference).ShouldBe((GatewayOutcomeKind.Succeeded, needs.Reference));
        captured.Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
    }

    [Fact]
    public async Task Authorize_AnswerLostAfterTheWork_IsDoneOnceAndToldLater()
    {
        await Subject.LoseNextAnswer();
        var first = await Authorize(Subject.LosesAnswer);
        var second = await Authorize(Subject.LosesAnswer);

        first.Kind.ShouldBe(GatewayOutcomeKind.Unknown);
        second.Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
        (await Subject.Moved()).ShouldBe(new MoneyMoved(5000, 0, 0));
    }

    [Fact]
    public async Task Capture_InParts_NeverExceedsTheAuthorization()
    {
        var authorized = await Authorize(Subject.Good);
        var first = await Capture(authorized.Reference, 2000, "capture-1");
        var again = await Capture(authorized.Reference, 2000, "capture-1");
        var tooMuch = await Capture(authorized.Reference, 3001, "capture-2");
        var rest = await Capture(authorized.Reference, 3000, "capture-3");
        var restAgain = await Capture(authorized.Reference, 3000, "capture-3");

        (first.Kind, again.Kind, rest.Kind, restAgain.Kind).ShouldBe(
            (GatewayOutcomeKind.Succeeded, GatewayOutcomeKind.Succeeded, GatewayOutcomeKind.Succeeded, GatewayOutcomeKind.Succeeded)
        );
        (tooMuch.Kind, tooMuch.Code).ShouldBe((GatewayOutcomeKind.Declined, "amount_too_large"));
        (await Subject.Moved()).ShouldBe(new MoneyMoved(0, 5000, 0));
    }

    [Fact]
    public async Task Capture_SameKeyFiftyTimesAtOnce_ChargesOnce()
    {
        var authorized = await Authorize(Subject.Good);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Capture(authorized.Reference, 2000, "capture-1"))));

        (await Capture(authorized.Reference, 2000, "capture-1")).Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
        (await Subject.Moved()).ShouldBe(new MoneyMoved(3000, 2000, 0));
    }

    [Fact]
    public async Task Capture_ExpiredAuthorization_DeclinesAsExpired()
    {
        var authorized = await Authorize(Subject.Expires);
        await Subject.Expire(authorized.Reference!);

        var outcome = await Capture(authorized.Reference, 5000, "capture-1");

        (outcome.Kind, outcome.Code).ShouldBe((GatewayOutcomeKind.Declined, GatewayCodes.AuthorizationExpired));
    }

    [Fact]
    public async Task Void_AfterPartOfItWasCaptured_ReleasesTheRestOnce()
    {
        var authorized = await Authorize(Subject.Good);
        await Capture(authorized.Reference, 2000, "capture-1");
        var outcome = await Void(authorized.Reference, 3000, "void-1");
        var again = await Void(authorized.Reference, 3000, "void-1");
        var late = await Capture(authorized.Reference, 1, "capture-2");

        (outcome.Kind, again.Kind).ShouldBe((GatewayOutcomeKind.Succeeded, GatewayOutcomeKind.Succeeded));
        late.Kind.ShouldBe(GatewayOutcomeKind.Declined);
        (await Subject.Moved()).ShouldBe(new MoneyMoved(0, 2000, 0));
    }

    [Fact]
    public async Task Refund_InParts_NeverExceedsTheCapture()
    {
        var authorized = await Authorize(Subject.Good);
        var captured = await Capture(authorized.Reference, 5000, "capture-1");
        var first = await Refund(captured.Reference, 4000, "refund-1");
        var again = await Refund(captured.Reference, 4000, "refund-1");
        var tooMuch = await Refund(captured.Reference, 1001, "refund-2");

        (first.Kind, again.Kind).ShouldBe((GatewayOutcomeKind.Succeeded, GatewayOutcomeKind.Succeeded));
        (tooMuch.Kind, tooMuch.Code).ShouldBe((GatewayOutcomeKind.Declined, "amount_too_large"));
        (await Subject.Moved()).ShouldBe(new MoneyMoved(0, 5000, 4000));
    }

    [Fact]
    public async Task LookUp_EveryKindOfCall_FindsTheDoneAndNotTheUndone()
    {
        var authorized = await Authorize(Subject.Good);
        var captured = await Capture(authorized.Reference, 5000, "capture-1");
        await Refund(captured.Reference, 1000, "refund-1");

        (await LookUp(TransactionKind.Authorize, "authorize-1", null))!.Reference.ShouldBe(authorized.Reference);
        (await LookUp(TransactionKind.Capture, "capture-1", authorized.Reference))!.Reference.ShouldBe(captured.Reference);
        (await LookUp(TransactionKind.Refund, "refund-1", captured.Reference))!.Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
        (await LookUp(TransactionKind.Authorize, "authorize-2", null)).ShouldBeNull();
        (await LookUp(TransactionKind.Capture, "capture-2", authorized.Reference)).ShouldBeNull();
        (await LookUp(TransactionKind.Refund, "refund-2", captured.Reference)).ShouldBeNull();
    }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    private Task<GatewayOutcome> Authorize(string token, long amount = 5000, string key = "authorize-1") =>
        Subject.Gateway.Authorize(Asked.Authorize(token, amount, key, gateway: Subject.Settings), default);

    private Task<GatewayOutcome> Capture(string? reference, long amount, string key) =>
        Subject.Gateway.Capture(Asked.Movement(reference, amount, key, gateway: Subject.Settings), default);

    private Task<GatewayOutcome> Void(string? reference, long amount, string key) =>
        Subject.Gateway.Void(Asked.Movement(reference, amount, key, gateway: Subject.Settings), default);

    private Task<GatewayOutcome> Refund(string? reference, long amount, string key) =>
        Subject.Gateway.Refund(Asked.Movement(reference, amount, key, gateway: Subject.Settings), default);

    private Task<GatewayOutcome?> LookUp(TransactionKind kind, string key, string? reference) =>
        Subject.Gateway.LookUp(new GatewayLookUp(Subject.Settings, "shop", Asked.Order, kind, key, reference), default);
}
