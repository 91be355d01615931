using System.Collections.Immutable;
using Checkout.Journeys.CreateOrder;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Simulation;

/// <summary>Puts a broken port in the place of a sound one, as <see cref="Sabotage"/> says.</summary>
internal sealed class BrokenPorts(Sabotage sabotage)
{
    public IOrderStore Of(IOrderStore port) => port;

    public IStock Of(IStock port) => sabotage is Sabotage.MovesAreNotFenced ? new UnfencedStock(port) : port;

    public IWakeUps Of(IWakeUps port) => sabotage is Sabotage.NobodyIsWoken ? new SleepingWakeUps(port) : port;

    public IIdempotencyKeys Of(IIdempotencyKeys port) => sabotage is Sabotage.KeysAreNotClaimed ? new UnclaimedKeys(port) : port;

    public IDiscountUses Of(IDiscountUses port) => sabotage is Sabotage.CodesAreUnlimited ? new UnlimitedUses(port) : port;

    public IOutbox Of(IOutbox port) => sabotage is Sabotage.OutboxForgets ? new ForgetfulOutbox(port) : port;

    public ICreateOrderDriver Of(ICreateOrderDriver port) => sabotage is Sabotage.AnswersAreBare ? new BareDriver(port) : port;

    public IPaymentGateway Of(IPaymentGateway port) =>
        sabotage switch
        {
            Sabotage.UnknownIsDeclined => new HastyGateway(port),
            Sabotage.NobodyInspects => new UnseenGateway(port, inspects: false, looksUp: true),
            Sabotage.NobodyLooksUp => new UnseenGateway(port, inspects: true, looksUp: false),
            _ => port,
        };

    /// <summary>Gives back what was taken, and leaves open what was not.</summary>
    private sealed class UnfencedStock(IStock stock) : IStock
    {
        private readonly HashSet<string> made = new(StringComparer.Ordinal);

        public Task<long?> OnHand(string shop, string sku, CancellationToken cancellation) => stock.OnHand(shop, sku, cancellation);

        public async Task<bool> Move(string shop, string sku, string moveId, long quantity, CancellationToken cancellation)
        {
            var moved = await stock.Move(shop, sku, moveId, quantity, cancellation);
            if (moved)
                made.Add($"{sku}|{moveId}");
            return moved;
        }

        public Task Close(string shop, string sku, string moveId, long quantity, CancellationToken cancellation) =>
            made.Contains($"{sku}|{moveId}") ? stock.Move(shop, sku, $"{moveId}-back", -quantity, cancellation) : Task.CompletedTask;
    }

    private sealed class SleepingWakeUps(IWakeUps wakeUps) : IWakeUps
    {
        public Task Set(WakeUp wakeUp, CancellationToken cancellation) =>
            wakeUp.Kind == WakeUpKinds.Reconcile ? Task.CompletedTask : wakeUps.Set(wakeUp, cancellation);

        public Task Clear(WakeUp wakeUp, CancellationToken cancellation) => wakeUps.Clear(wakeUp, cancellation);

        public Task Replace(WakeUp wakeUp, WakeUp by, CancellationToken cancellation) => wakeUps.Replace(wakeUp, by, cancellation);

        public Task<IReadOnlyList<WakeUp>> Due(DateTimeOffset by, int count, CancellationToken cancellation) =>
            wakeUps.Due(by, count, cancellation);
    }

    private sealed class UnclaimedKeys(IIdempotencyKeys keys) : IIdempotencyKeys
    {
        public Task<KeyClaim?> Find(string shop, string key, CancellationToken cancellation) => keys.Find(shop, key, cancellation);

        public async Task<KeyClaim> Claim(
            string shop,
            string key,
            string bodyHash,
            string publicOrderId,
            long orderId,
            CancellationToken cancellation
        ) =>
            await keys.Claim(shop, key, bodyHash, publicOrderId, orderId, cancellation) with
            {
                IsNew = true,
                PublicOrderId = publicOrderId,
                OrderId = orderId,
            };
    }

    private sealed class UnlimitedUses(IDiscountUses uses) : IDiscountUses
    {
        public Task<long> Count(string shop, string code, string? emailHash, CancellationToken cancellation) => Task.FromResult(0L);

        public Task<bool> Use(
            string shop,
            string code,
            string publicOrderId,
            string emailHash,
            int? limit,
            int? limitPerCustomer,
            CancellationToken cancellation
        ) => uses.Use(shop, code, publicOrderId, emailHash, limit: null, limitPerCustomer: null, cancellation);

        public Task Release(string shop, string code, string publicOrderId, string emailHash, CancellationToken cancellation) =>
            uses.Release(shop, code, publicOrderId, emailHash, cancellation);
    }

    private sealed class ForgetfulOutbox(IOutbox outbox) : IOutbox
    {
        public async Task<IReadOnlyList<OutboxMessage>> Pending(string publicOrderId, CancellationToken cancellation)
        {
            var pending = await outbox.Pending(publicOrderId, cancellation);
            foreach (var message in pending)
                await outbox.Remove(publicOrderId, message, cancellation);
            return pending;
        }

        public Task Put(string owner, OutboxMessage message, CancellationToken cancellation) => outbox.Put(owner, message, cancellation);

        public Task Update(string publicOrderId, OutboxMessage message, CancellationToken cancellation) => Task.CompletedTask;

        public Task Remove(string publicOrderId, OutboxMessage message, CancellationToken cancellation) => Task.CompletedTask;

        public Task Discard(string publicOrderId, string bundle, CancellationToken cancellation) => Task.CompletedTask;

        public Task Bury(string shop, DeadLetter letter, CancellationToken cancellation) => outbox.Bury(shop, letter, cancellation);

        public Task<IReadOnlyList<DeadLetter>> DeadLetters(string shop, string? after, int count, CancellationToken cancellation) =>
            outbox.DeadLetters(shop, after, count, cancellation);

        public Task<long> CountDeadLetters(CancellationToken cancellation) => outbox.CountDeadLetters(cancellation);

        public Task<DeadLetter?> DeadLetter(string shop, string id, CancellationToken cancellation) =>
            outbox.DeadLetter(shop, id, cancellation);

        public Task Replay(string shop, DeadLetter letter, CancellationToken cancellation) => outbox.Replay(shop, letter, cancellation);
    }

    private sealed class BareDriver(ICreateOrderDriver driver) : ICreateOrderDriver
    {
        public async Task<CreateOrderOutcome> Run(Shop shop, CreateOrderRequest request, CancellationToken cancellation)
        {
            var outcome = await driver.Run(shop, request, cancellation);
            ImmutableArray<Problem> why = outcome.Problems.IsEmpty ? [Problem.Locked()] : outcome.Problems;
            return outcome.GoesOn ? CreateOrderOutcome.Refused(why) : outcome;
        }
    }

    private sealed class HastyGateway(IPaymentGateway gateway) : IPaymentGateway
    {
        public async Task<GatewayOutcome> Authorize(GatewayAuthorization authorization, CancellationToken cancellation) =>
            Decided(await gateway.Authorize(authorization, cancellation));

        public async Task<GatewayOutcome> Capture(GatewayMovement capture, CancellationToken cancellation) =>
            Decided(await gateway.Capture(capture, cancellation));

        public async Task<GatewayOutcome> Void(GatewayMovement @void, CancellationToken cancellation) =>
            Decided(await gateway.Void(@void, cancellation));

        public async Task<GatewayOutcome> Refund(GatewayMovement refund, CancellationToken cancellation) =>
            Decided(await gateway.Refund(refund, cancellation));

        public Task<GatewayOutcome> Confirm(GatewayConfirmation confirmation, CancellationToken cancellation) =>
            gateway.Confirm(confirmation, cancellation);

        public Task<GatewayOutcome?> LookUp(GatewayLookUp lookUp, CancellationToken cancellation) => gateway.LookUp(lookUp, cancellation);

        public Task<GatewayHold?> Inspect(GatewayLookUp hold, CancellationToken cancellation) => gateway.Inspect(hold, cancellation);

        private static GatewayOutcome Decided(GatewayOutcome outcome) =>
            outcome.Kind is GatewayOutcomeKind.Unknown ? GatewayOutcome.Declined(GatewayCodes.Declined, "No answer.") : outcome;
    }

    private sealed class UnseenGateway(IPaymentGateway gateway, bool inspects, bool looksUp) : IPaymentGateway
    {
        public Task<GatewayOutcome> Authorize(GatewayAuthorization authorization, CancellationToken cancellation) =>
            gateway.Authorize(authorization, cancellation);

        public Task<GatewayOutcome> Capture(GatewayMovement capture, CancellationToken cancellation) =>
            gateway.Capture(capture, cancellation);

        public Task<GatewayOutcome> Void(GatewayMovement @void, CancellationToken cancellation) => gateway.Void(@void, cancellation);

        public Task<GatewayOutcome> Refund(GatewayMovement refund, CancellationToken cancellation) => gateway.Refund(refund, cancellation);

        public Task<GatewayOutcome> Confirm(GatewayConfirmation confirmation, CancellationToken cancellation) =>
            gateway.Confirm(confirmation, cancellation);

        public Task<GatewayOutcome?> LookUp(GatewayLookUp lookUp, CancellationToken cancellation) =>
            looksUp ? gateway.LookUp(lookUp, cancellation) : Task.FromResult<GatewayOutcome?>(null);

        public Task<GatewayHold?> Inspect(GatewayLookUp hold, CancellationToken cancellation) =>
            inspects ? gateway.Inspect(hold, cancellation) : Task.FromResult<GatewayHold?>(null);
    }
}
