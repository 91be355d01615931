using Checkout.Orders;
using Checkout.Payments;
using Checkout.Shops;

namespace Checkout.Journeys.Settling;

/// <summary>Asks the gateway for one written intent, always with the key it was written with.</summary>
public sealed class GatewayCalls(IPaymentGateways gateways, TimeProvider time)
{
    /// <summary>Gateways forget keys, Stripe after 24 hours: an older intent is looked up before it is repeated.</summary>
    public static readonly TimeSpan KeysAreKept = TimeSpan.FromHours(20);

    /// <param name="givesUp">What needs the shopper is to be dropped.</param>
    public async Task<GatewayOutcome> Ask(
        Order order,
        Shop shop,
        Payment payment,
        PaymentTransaction transaction,
        bool givesUp,
        CancellationToken cancellation
    )
    {
        if (shop.Gateway(payment.GatewayPublicId) is not { } settings || gateways.Driver(settings.Driver) is not { } driver)
            return GatewayOutcome.Declined(GatewayCodes.NotAvailable, "The payment gateway is not set up.");
        if (transaction is { Status: TransactionStatus.NeedsAction, GatewayReference: { } reference })
        {
            var confirmation = new GatewayConfirmation(
                settings,
                order.ShopIdentifier,
                order.MoneyOrderId,
                payment.Id,
                transaction.IdempotencyKey,
                reference
            )
            {
                IsGivenUp = givesUp,
            };
            return await driver.Confirm(confirmation, cancellation);
        }

        var parent = payment.Transactions.FirstOrDefault(t => t.Id == transaction.ParentId);
        if (
            transaction.Kind is TransactionKind.Void
            && parent is not null
            && await WhyNotVoid(order, shop, payment, transaction, parent, cancellation) is { } moved
        )
            return moved;
        var outcome =
            time.GetUtcNow() - transaction.CreatedAt > KeysAreKept
            && await LookUp(order, shop, payment, transaction, cancellation) is { } known
                ? known
                : await Call(driver, settings, order, payment, transaction, parent, cancellation);
        return
            transaction.Kind is TransactionKind.Capture
            && parent is not null
            && outcome is { Kind: GatewayOutcomeKind.Declined, Code: GatewayCodes.AuthorizationUsed }
            ? await ChargedBefore(order, shop, payment, transaction, parent, cancellation) ?? outcome
            : outcome;
    }

    /// <summary>What became of a hold, whoever moved its money; null when the gateway does not tell.</summary>
    public async Task<GatewayHold?> Inspect(
        Order order,
        Shop shop,
        Payment payment,
        PaymentTransaction hold,
        CancellationToken cancellation
    )
    {
        if (
            hold.GatewayReference is null
            || shop.Gateway(payment.GatewayPublicId) is not { } settings
            || gateways.Driver(settings.Driver) is not { } driver
        )
            return null;
        var asked = new GatewayLookUp(
            settings,
            order.ShopIdentifier,
            order.MoneyOrderId,
            hold.Kind,
            hold.IdempotencyKey,
            hold.GatewayReference
        );
        return await driver.Inspect(asked, cancellation);
    }

    /// <summary>
    /// A hold that was charged elsewhere is not to be told as released. Only one that was released in part can be charged afterwards:
    /// then an earlier try may have done it, and its answer was lost.
    /// </summary>
    private async Task<GatewayOutcome?> WhyNotVoid(
        Order order,
        Shop shop,
        Payment payment,
        PaymentTransaction @void,
        PaymentTransaction hold,
        CancellationToken cancellation
    )
    {
        var seen = await Inspect(order, shop, payment, hold, cancellation);
        if (seen is { State: GatewayHoldState.Unknown })
            return GatewayOutcome.Unknown("The gateway does not say what became of the authorization.");
        if (seen is null || MoneyElsewhere.UnknownCharge(payment, hold, seen) <= 0)
            return null;
        return @void.Amount < hold.Amount && await LookUp(order, shop, payment, @void, cancellation) is { } before
            ? before
            : GatewayOutcome.Declined(GatewayCodes.AuthorizationUsed, "The payment was captured at the gateway.");
    }

    /// <summary>What was to be charged was charged elsewhere: then it is done. Null when the refusal says it all.</summary>
    private async Task<GatewayOutcome?> ChargedBefore(
        Order order,
        Shop shop,
        Payment payment,
        PaymentTransaction capture,
        PaymentTransaction hold,
        CancellationToken cancellation
    )
    {
        var seen = await Inspect(order, shop, payment, hold, cancellation);
        if (seen is { State: GatewayHoldState.Unknown })
            return GatewayOutcome.Unknown("The gateway does not say what became of the authorization.");
        var others = payment with { Transactions = payment.Transactions.RemoveAll(t => t.Id == capture.Id) };
        return seen is not null && MoneyElsewhere.UnknownCharge(others, hold, seen) >= capture.Amount
            ? GatewayOutcome.Succeeded(seen.ChargeReference ?? hold.GatewayReference!) with
            {
                Note = MoneyElsewhere.Detail,
            }
            : null;
    }

    /// <summary>
    /// What became of the movement, without asking for it again; null when the gateway never heard of it or is not set up.
    /// </summary>
    public async Task<GatewayOutcome?> LookUp(
        Order order,
        Shop shop,
        Payment payment,
        PaymentTransaction transaction,
        CancellationToken cancellation
    )
    {
        if (shop.Gateway(payment.GatewayPublicId) is not { } settings || gateways.Driver(settings.Driver) is not { } driver)
            return null;
        var parent = payment.Transactions.FirstOrDefault(t => t.Id == transaction.ParentId);
        var lookUp = new GatewayLookUp(
            settings,
            order.ShopIdentifier,
            order.MoneyOrderId,
            transaction.Kind,
            transaction.IdempotencyKey,
            parent?.GatewayReference
        )
        {
            Token = payment.Token,
        };
        return await driver.LookUp(lookUp, cancellation);
    }

    private static Task<GatewayOutcome> Call(
        IPaymentGateway driver,
        GatewaySettings settings,
        Order order,
        Payment payment,
        PaymentTransaction transaction,
        PaymentTransaction? parent,
        CancellationToken cancellation
    )
    {
        if (transaction.Kind is TransactionKind.Authorize)
        {
            return driver.Authorize(
                new GatewayAuthorization(
                    settings,
                    order.ShopIdentifier,
                    order.MoneyOrderId,
                    payment.Id,
                    transaction.IdempotencyKey,
                    payment.TokenFor(transaction),
                    transaction.Amount,
                    transaction.Currency
                )
                {
                    Shopper = GatewayShopper.Of(order),
                    OrderNumber = order.OrderId,
                    Retain = payment.Retain,
                    IsOffSession = order.Journal is not null || order.IsFinal,
                    ReturnUrl = order.ResumableLink,
                    IntendedAt = transaction.CreatedAt,
                },
                cancellation
            );
        }

        var movement = new GatewayMovement(
            settings,
            order.ShopIdentifier,
            order.MoneyOrderId,
            payment.Id,
            transaction.IdempotencyKey,
            parent?.GatewayReference ?? "",
            transaction.Amount,
            transaction.Currency
        )
        {
            Token = payment.Token,
            Data = transaction.Data,
        };
        return transaction.Kind switch
        {
            TransactionKind.Capture => driver.Capture(movement, cancellation),
            TransactionKind.Void => driver.Void(movement, cancellation),
            _ => driver.Refund(movement, cancellation),
        };
    }
}
