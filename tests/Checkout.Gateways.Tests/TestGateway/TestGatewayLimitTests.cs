using Checkout.Gateways.TestGateway;
using Checkout.Orders;
using Checkout.Payments;
using CsCheck;
using Shouldly;
using Xunit;

namespace Checkout.Gateways.Tests.TestGateway;

public sealed class TestGatewayLimitTests
{
    private readonly InMemoryTestGatewayLedger ledger = new();
    private readonly TestPaymentGateway gateway;

    public TestGatewayLimitTests() => gateway = new TestPaymentGateway(ledger, TimeProvider.System);

    [Fact]
    public async Task Authorize_SameKeyFiftyTimesAtOnce_HoldsOnce()
    {
        var asked = Asked.Authorize("tok_visa");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => gateway.Authorize(asked, default))));

        outcomes.Distinct().ShouldHaveSingleItem().Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
        (await ledger.Load(Asked.Order, default)).Entries.ShouldHaveSingleItem().Times.ShouldBe(50);
    }

    [Fact]
    public async Task Capture_FiftyKeysAtOnce_NeverExceedTheAuthorization()
    {
        var authorized = await gateway.Authorize(Asked.Authorize("tok_visa", 1000), default);
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(i => Task.Run(() => gateway.Capture(Asked.Movement(authorized.Reference, 300, $"capture-{i}"), default)))
        );

        outcomes.Count(o => o.Kind is GatewayOutcomeKind.Succeeded).ShouldBe(3);
        outcomes.Where(o => o.Kind is GatewayOutcomeKind.Declined).ShouldAllBe(o => o.Code == "amount_too_large");
        (await ledger.Load(Asked.Order, default)).Total(TransactionKind.Capture).ShouldBe(900);
    }

    [Fact]
    public async Task Authorize_SameKeyOtherAmount_DeclinesAndChangesNothing()
    {
        await gateway.Authorize(Asked.Authorize("tok_visa"), default);
        var before = await ledger.Load(Asked.Order, default);

        var outcome = await gateway.Authorize(Asked.Authorize("tok_visa", 5001), default);

        (outcome.Kind, outcome.Code).ShouldBe((GatewayOutcomeKind.Declined, "idempotency_mismatch"));
        (await ledger.Load(Asked.Order, default)).ShouldBe(before);
    }

    [Fact]
    public async Task Capture_OtherCurrency_Declines()
    {
        var authorized = await gateway.Authorize(Asked.Authorize("tok_visa"), default);

        var outcome = await gateway.Capture(Asked.Movement(authorized.Reference, 5000, "capture-1", "USD"), default);

        outcome.Code.ShouldBe("currency_mismatch");
    }

    [Fact]
    public async Task LookUp_KnownKey_AnswersWhatWasReallyDone()
    {
        await gateway.Authorize(Asked.Authorize("tok_timeout"), default);

        var known = await gateway.LookUp(LookUp("authorize-1"), default);
        var unknown = await gateway.LookUp(LookUp("authorize-2"), default);

        known!.Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
        unknown.ShouldBeNull();
    }

    [Fact]
    public void AnySequenceOfMovements_KeepsRefundedBelowCapturedBelowAuthorized() =>
        Gen.Select(Gen.Int[0, 3], Gen.Long[-1, 700], Gen.Int[0, 8])
            .List[1, 40]
            .Sample(steps =>
            {
                var run = new InMemoryTestGatewayLedger();
                var subject = new TestPaymentGateway(run, TimeProvider.System);
                var references = new List<string>();
                foreach (var (kind, amount, pick) in steps)
                {
                    var key = $"{kind}-{amount}-{pick}";
                    var reference = references.Count == 0 ? "" : references[pick % references.Count];
                    var outcome = (
                        kind switch
                        {
                            0 => subject.Authorize(Asked.Authorize("tok_visa", amount, key), default),
                            1 => subject.Capture(Asked.Movement(reference, amount, key), default),
                            2 => subject.Void(Asked.Movement(reference, amount, key), default),
                            _ => subject.Refund(Asked.Movement(reference, amount, key), default),
                        }
                    )
                        .GetAwaiter()
                        .GetResult();
                    if (outcome.Reference is { } made)
                        references.Add(made);
                }

                var account = run.Load(Asked.Order, default).GetAwaiter().GetResult();
                account
                    .Entries.Where(e => e.Kind is TransactionKind.Authorize && e.Stands)
                    .ShouldAllBe(a =>
                        account.Taken(TransactionKind.Capture, a.Outcome.Reference!)
                            + account.Taken(TransactionKind.Void, a.Outcome.Reference!)
                        <= a.Amount
                    );
                account
                    .Entries.Where(e => e.Kind is TransactionKind.Capture && e.Stands)
                    .ShouldAllBe(c => account.Taken(TransactionKind.Refund, c.Outcome.Reference!) <= c.Amount);
                account.Entries.ShouldAllBe(e => !e.Stands || e.Amount > 0);
            });

    private static GatewayLookUp LookUp(string key) => new(Asked.Test, "shop", Asked.Order, TransactionKind.Authorize, key, null);
}
