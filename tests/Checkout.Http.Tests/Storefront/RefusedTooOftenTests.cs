using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Checkout.Http.Pipeline;
using Checkout.Payments;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Storefront;

/// <summary>Cards that are tried out and codes that are guessed soon meet a wait, without any setting.</summary>
[Collection(StartedHost.Name)]
public sealed class RefusedTooOftenTests(StartedHost host)
{
    private const string GiftCards = "giftcardgateway0000000000000000000000000000000000000000000000001";

    [Fact]
    public async Task Cards_DeclinedTenTimesOnAnOrder_TheNextIsNotTried()
    {
        var checkout = await host.NewOrder();
        await checkout.Fill();
        for (var i = 0; i < DeclineLimit.Most; i++)
        {
            (await checkout.Pay("tok_decline")).Ok();
            (await checkout.Post("/process_order")).Status.ShouldBe(422);
        }

        var refused = await checkout.Pay("tok_visa");

        (refused.Status, refused.Combination).ShouldBe((429, ("order", "payment", "validation", "too_many_declines")));
        refused.RetryAfter!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        (await checkout.Post("/process_order")).Status.ShouldBe(429);
    }

    [Fact]
    public async Task GiftCardCodes_GuessedTenTimes_TheNextIsNotLookedUp()
    {
        var counted = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        using var listener = Counting(counted);
        var checkout = await host.NewOrder();
        await checkout.Fill();
        for (var i = 0; i < TenderTries.MostOfAnOrder; i++)
            (await Guess(checkout, $"GUESS-{i}")).Status.ShouldBe(422);

        (await Guess(checkout, "GUESS-LAST")).Status.ShouldBe(429);
        (counted["checkout.tenders.refused"], counted["checkout.tenders.limited"]).ShouldBe((TenderTries.MostOfAnOrder, 1));
        var another = await host.NewOrder();
        await another.Fill();
        (await Guess(another, "GUESS-OTHER")).Status.ShouldBe(422);
    }

    [Fact]
    public void Tries_OfAnAddressOverManyOrders_CountTogetherUntilTheyAreOld()
    {
        var time = new FakeTimeProvider();
        var tries = new TenderTries(time, host.Service<TenderMetrics>());
        for (var i = 0; i < TenderTries.MostOfAnAddress; i++)
            tries.Note("shop1", $"order{i}", "192.0.2.7");

        tries.Wait("shop1", "fresh", "192.0.2.7").ShouldBe(TenderTries.Window);
        tries.Wait("shop1", "fresh", "192.0.2.8").ShouldBeNull();
        tries.Wait("shop2", "fresh", "192.0.2.7").ShouldBeNull();
        time.Advance(TenderTries.Window);
        tries.Wait("shop1", "fresh", "192.0.2.7").ShouldBeNull();
    }

    /// <summary>What the host counts of its own shop.</summary>
    private MeterListener Counting(ConcurrentDictionary<string, long> counted)
    {
        var meters = host.Service<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, counting) =>
            {
                if (instrument.Meter.Name == TenderMetrics.Name && instrument.Meter.Scope == meters)
                    counting.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) =>
            {
                tags[0].Value.ShouldBe(StartedHost.Shop);
                counted.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value);
            }
        );
        listener.Start();
        return listener;
    }

    private static Task<Answer> Guess(Checkout checkout, string code) =>
        checkout.Post("/payments", $$"""{"gateway_public_id":"{{GiftCards}}","token":"{{code}}","type":"gift_card"}""");
}
