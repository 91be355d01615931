using Checkout.Orders;
using Checkout.Payments;
using Stripe;

namespace Checkout.Gateways.Stripe;

/// <summary>How Stripe is asked what became of something.</summary>
internal sealed partial class StripePaymentGateway
{
    public async Task<GatewayOutcome?> LookUp(GatewayLookUp lookUp, CancellationToken cancellation)
    {
        var heard = true;
        var outcome = await Ask(
            lookUp.Gateway,
            async (client, stop) =>
            {
                var found = await Found(lookUp, client, stop);
                heard = found is not null;
                return found ?? GatewayOutcome.Unknown("Stripe never heard of the key.");
            },
            cancellation
        );
        return heard ? outcome : null;
    }

    public async Task<GatewayHold?> Inspect(GatewayLookUp hold, CancellationToken cancellation)
    {
        GatewayHold? seen = null;
        var asked = await Ask(
            hold.Gateway,
            async (client, stop) =>
            {
                var intent = await new PaymentIntentService(client).GetAsync(
                    hold.Reference,
                    new PaymentIntentGetOptions { Expand = WithCharge },
                    cancellationToken: stop
                );
                seen = StripeOutcomes.Hold(intent);
                return GatewayOutcome.Succeeded(intent.Id);
            },
            cancellation
        );
        return seen ?? (asked.Kind is GatewayOutcomeKind.Unknown ? GatewayHold.Unknown : null);
    }

    private static async Task<GatewayOutcome?> Found(GatewayLookUp lookUp, IStripeClient client, CancellationToken stop)
    {
        var intents = new PaymentIntentService(client);
        switch (lookUp.Kind)
        {
            case TransactionKind.Authorize:
                return await FindIntent(intents, lookUp.IdempotencyKey, stop) is { } intent ? StripeOutcomes.OfAuthorization(intent) : null;
            case TransactionKind.Refund:
                return await FindRefund(new RefundService(client), lookUp.Reference ?? "", lookUp.IdempotencyKey, stop) is { } refund
                    ? OfRefund(refund)
                    : null;
            default:
                var authorized = await intents.GetAsync(lookUp.Reference, cancellationToken: stop);
                // One that was charged had its rest released by that: a void that is asked for says so, whoever asked before.
                if (lookUp.Kind is TransactionKind.Void)
                    return authorized.Status is "canceled" ? GatewayOutcome.Succeeded(authorized.Id) : null;
                return authorized.Metadata.ContainsKey(StripeMark.Of(lookUp.IdempotencyKey))
                    ? GatewayOutcome.Succeeded(authorized.LatestChargeId)
                    : null;
        }
    }

    /// <summary>Search sees what was written about a minute ago or earlier; calls younger than that are answered by their key.</summary>
    private static async Task<PaymentIntent?> FindIntent(PaymentIntentService intents, string key, CancellationToken stop) =>
        (
            await intents.SearchAsync(
                new PaymentIntentSearchOptions
                {
                    Query = $"metadata['{StripeMark.Key}']:'{StripeMark.Of(key)}'",
                    Limit = 1,
                    Expand = ["data.latest_charge"],
                },
                cancellationToken: stop
            )
        ).Data.FirstOrDefault();

    /// <summary>
    /// The key was used with other parameters: the shopper changed the e-mail or the address after an answer was lost. What
    /// the first call made is looked for among the intents, of which a list, unlike a search, misses none; an intent of the
    /// same amount is the answer. Shortly after the first call nothing found means nothing: it may still be running.
    /// </summary>
    private async Task<GatewayOutcome> OfOtherParameters(
        PaymentIntentService intents,
        GatewayAuthorization authorization,
        long amount,
        StripeException fault,
        CancellationToken stop
    )
    {
        var now = clock.GetUtcNow();
        var since = (authorization.IntendedAt ?? now) - ClockDifference;
        var options = new PaymentIntentListOptions
        {
            Created = new DateRangeOptions { GreaterThanOrEqual = since.UtcDateTime },
            Limit = 100,
            Expand = ["data.latest_charge"],
        };
        var mark = StripeMark.Of(authorization.IdempotencyKey);
        await foreach (var intent in intents.ListAutoPagingAsync(options, cancellationToken: stop))
        {
            if (intent.Metadata is { } metadata && metadata.GetValueOrDefault(StripeMark.Key) == mark)
                return intent.Amount == amount && string.Equals(intent.Currency, authorization.Currency, StringComparison.OrdinalIgnoreCase)
                    ? StripeOutcomes.OfAuthorization(intent)
                    : StripeOutcomes.Of(fault);
        }

        return now - authorization.IntendedAt < StillRunning
            ? GatewayOutcome.Unknown("Stripe may still be working on the payment.")
            : StripeOutcomes.Of(fault);
    }

    private static async Task<Refund?> FindRefund(RefundService refunds, string charge, string key, CancellationToken stop)
    {
        await foreach (
            var refund in refunds.ListAutoPagingAsync(new RefundListOptions { Charge = charge, Limit = 100 }, cancellationToken: stop)
        )
        {
            if (
                refund.Metadata is { } metadata
                && metadata.TryGetValue(StripeMark.Key, out var mark)
                && string.Equals(mark, StripeMark.Of(key), StringComparison.Ordinal)
            )
                return refund;
        }

        return null;
    }

    private static GatewayOutcome OfRefund(Refund refund) =>
        refund.Status switch
        {
            "failed" or "canceled" => GatewayOutcome.Declined(refund.FailureReason ?? "refund_failed", "The refund failed."),
            _ => GatewayOutcome.Succeeded(refund.Id),
        };
}
