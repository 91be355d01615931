using Checkout.Gateways.GiftCards;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Shops;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Gateways.Tests.GiftCards;

public sealed class GiftCardGatewayTests : IAsyncLifetime
{
    private static readonly GatewaySettings Settings = new() { PublicId = "giftcards", Driver = "gift_card" };
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly CardBox cards = new();
    private readonly GiftCardGateway gateway;

    public GiftCardGatewayTests() => gateway = new GiftCardGateway(cards, clock);

    public Task InitializeAsync() =>
        cards.Issue("shop", new GiftCard("GIFT-0000-1234", "CAD", 5000, clock.GetUtcNow().AddDays(30), null), default);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Authorize_CoveredAmount_TakesItOnce()
    {
        var first = await Authorize(3000);
        var again = await Authorize(3000);

        (first.Kind, first.LastFour).ShouldBe((GatewayOutcomeKind.Succeeded, "1234"));
        again.ShouldBe(first);
        (await Balance()).ShouldBe(2000);
    }

    [Fact]
    public async Task Authorize_SameKeyFiftyTimesAtOnce_TakesItOnce()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Authorize(100))));

        outcomes.Distinct().ShouldHaveSingleItem().Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
        (await Balance()).ShouldBe(4900);
    }

    [Fact]
    public async Task Authorize_SameKeyOtherAmount_DeclinesAndTakesNothing()
    {
        await Authorize(3000);

        (await Authorize(1000)).Code.ShouldBe(GatewayCodes.IdempotencyMismatch);
        (await Balance()).ShouldBe(2000);
    }

    [Fact]
    public async Task Authorize_SameKeyWhenTheMoneyCameLater_StaysDeclined()
    {
        await Authorize(3000);
        var declined = await Authorize(4000, "authorize-2");
        await gateway.Void(Movement("", 3000, "void-1"), default);

        (await Authorize(4000, "authorize-2")).ShouldBe(declined);
        (await gateway.LookUp(LookUp("authorize-2"), default)).ShouldBe(declined);
        declined.Code.ShouldBe(GatewayCodes.InsufficientFunds);
        (await Balance()).ShouldBe(5000);
    }

    [Theory]
    [InlineData("GIFT-0000-1234", 5001, "CAD", 0, "insufficient_funds")]
    [InlineData("GIFT-0000-1234", 100, "USD", 0, "invalid_gift_card_currency")]
    [InlineData("GIFT-0000-1234", 100, "CAD", 31, "gift_card_expired")]
    [InlineData("GIFT-0000-1234", 0, "CAD", 0, "invalid_amount")]
    [InlineData("GIFT-9999-9999", 100, "CAD", 0, "invalid_gift_card")]
    public async Task Authorize_CardThatCannotPay_DeclinesWithTheReason(
        string code,
        long amount,
        string currency,
        int daysLater,
        string reason
    )
    {
        clock.Advance(TimeSpan.FromDays(daysLater));

        var outcome = await gateway.Authorize(Asked.Authorize(code, amount, currency: currency, gateway: Settings), default);

        (outcome.Kind, outcome.Code).ShouldBe((GatewayOutcomeKind.Declined, reason));
        (await Balance()).ShouldBe(5000);
    }

    [Fact]
    public async Task Authorize_RepeatedAfterTheCardExpired_AnswersAsBefore()
    {
        var before = await Authorize(3000);
        clock.Advance(TimeSpan.FromDays(31));

        (await Authorize(3000)).ShouldBe(before);
    }

    [Fact]
    public async Task CaptureVoidRefund_MoveBackExactlyOnce()
    {
        var authorized = await Authorize(3000);
        var capture = Movement(authorized.Reference, 2000, "capture-1");
        var captured = await gateway.Capture(capture, default);
        (await gateway.Capture(capture, default)).ShouldBe(captured);
        (await Balance()).ShouldBe(2000);

        var release = Movement(authorized.Reference, 1000, "void-1");
        await gateway.Void(release, default);
        await gateway.Void(release, default);
        (await Balance()).ShouldBe(3000);

        var refund = Movement(captured.Reference, 500, "refund-1");
        await gateway.Refund(refund, default);
        await gateway.Refund(refund, default);
        (await Balance()).ShouldBe(3500);
    }

    [Fact]
    public async Task LookUp_FindsTheDoneAndNotTheUndone()
    {
        await Authorize(3000);

        (await gateway.LookUp(LookUp("authorize-1"), default))!.Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
        (await gateway.LookUp(LookUp("authorize-2"), default)).ShouldBeNull();
    }

    [Fact]
    public async Task References_NeverContainTheCode()
    {
        var outcome = await Authorize(3000);

        outcome.Reference!.ShouldNotContain("GIFT-");
    }

    private Task<GatewayOutcome> Authorize(long amount, string key = "authorize-1") =>
        gateway.Authorize(Asked.Authorize("GIFT-0000-1234", amount, gateway: Settings) with { IdempotencyKey = key }, default);

    private async Task<long> Balance() => (await cards.Find("shop", "GIFT-0000-1234", default))!.Balance;

    private static GatewayMovement Movement(string? reference, long amount, string key) =>
        Asked.Movement(reference, amount, key, gateway: Settings) with
        {
            Token = "GIFT-0000-1234",
        };

    private static GatewayLookUp LookUp(string key) =>
        new(Settings, "shop", Asked.Order, TransactionKind.Authorize, key, null) { Token = "GIFT-0000-1234" };
}
