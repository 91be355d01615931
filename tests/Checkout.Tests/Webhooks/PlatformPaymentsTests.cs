using System.Text.Json.Nodes;
using Checkout.Orders;
using Checkout.Webhooks;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Webhooks;

public sealed class PlatformPaymentsTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private static readonly Order Held = new()
    {
        PublicOrderId = "p",
        ShopIdentifier = "shop",
        OrderId = 1,
        Currency = new OrderCurrency("CAD"),
        CreatedAt = Now,
        IsSimple = true,
        Status = OrderStatus.Processed,
        PlatformOrderId = "318",
        LineItems =
        [
            new LineItem
            {
                Key = "a",
                Id = "a",
                Price = 1999,
                Quantity = 1,
            },
        ],
        Payments = [Paid([Moved("h", TransactionKind.Authorize, 1999)])],
    };

    [Fact]
    public void ChargedByATimer_IsTold_InWhatTheBoostersRead()
    {
        var body = JsonNode.Parse(PlatformPayments.Between(Held, After("timer", Moved("c", TransactionKind.Capture, 1999)))!)!;

        body["financial_status"]!.GetValue<string>().ShouldBe("paid");
        body["platform_order_id"]!.GetValue<long>().ShouldBe(318);
        var transaction = body["payments"]!
            .AsArray()
            .Select(p => p!["transaction"]!)
            .Single(t => t["type"]!.GetValue<string>() == "capture");
        transaction["amount"]!.GetValue<decimal>().ShouldBe(19.99m);
        transaction["provider_id"]!.GetValue<string>().ShouldBe("gateway-c");
        PlatformPayments.PathOf(Held).ShouldBe("shops/shop/orders/p/payments");
    }

    [Fact]
    public void ChargedByTheBackOffice_IsNotToldBack() =>
        PlatformPayments.Between(Held, After("backend", Moved("c", TransactionKind.Capture, 1999))).ShouldBeNull();

    /// <summary>The boosters make a whole invoice or credit memo of anything.</summary>
    [Fact]
    public void MoneyInPart_IsNotTold()
    {
        var charged = After("timer", Moved("c", TransactionKind.Capture, 1999));

        PlatformPayments.Between(Held, After("timer", Moved("c", TransactionKind.Capture, 999))).ShouldBeNull();
        PlatformPayments.Between(charged, After("reconcile", [.. Charge, Moved("r", TransactionKind.Refund, 500)])).ShouldBeNull();
    }

    [Fact]
    public void RefundedInTheDashboard_IsTold_Once()
    {
        var refunded = After("reconcile", [.. Charge, Moved("r", TransactionKind.Refund, 1999)]);

        PlatformPayments.Between(After("timer", Charge), refunded)!.ShouldContain("\"financial_status\":\"refunded\"");
        PlatformPayments.Between(refunded, refunded).ShouldBeNull();
    }

    [Fact]
    public void ChargedBeforeThePlatformHadTheOrder_IsToldWithIt() =>
        PlatformPayments
            .Between(After("timer", Charge) with { PlatformOrderId = null }, After("backend", Charge))!
            .ShouldContain("\"financial_status\":\"paid\"");

    [Fact]
    public void OrderThatIsNotSimple_OrNotThePlatformsYet_IsNotTold()
    {
        var charged = After("timer", Charge);

        PlatformPayments.Between(Held, charged with { IsSimple = false }).ShouldBeNull();
        PlatformPayments.Between(Held, charged with { PlatformOrderId = null }).ShouldBeNull();
    }

    private static PaymentTransaction[] Charge => [Moved("c", TransactionKind.Capture, 1999)];

    private static Order After(string actor, params PaymentTransaction[] moved) =>
        (Held with { Payments = [Paid([.. Held.Payments[0].Transactions, .. moved])] }).Record("payment.moved", new Occasion(Now, actor));

    private static Payment Paid(PaymentTransaction[] transactions) =>
        new()
        {
            Id = "pay",
            GatewayPublicId = "gateway",
            Token = "tok",
            Type = "credit_card",
            Currency = "CAD",
            CreatedAt = Now,
            Transactions = [.. transactions],
        };

    private static PaymentTransaction Moved(string id, TransactionKind kind, long amount) =>
        new()
        {
            Id = id,
            Kind = kind,
            Status = TransactionStatus.Succeeded,
            Amount = amount,
            Currency = "CAD",
            GatewayReference = $"gateway-{id}",
            ParentId = kind is TransactionKind.Authorize ? null : "h",
            IdempotencyKey = id,
            OperationId = id,
            CreatedAt = Now,
        };
}
