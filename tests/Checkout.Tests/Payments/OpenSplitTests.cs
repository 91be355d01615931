using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Payments.Splitting;
using Checkout.Pricing;
using Checkout.Tests.Orders;
using CsCheck;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Payments;

/// <summary>Which orders become their parts, and that no money is lost or on two of them.</summary>
public sealed class OpenSplitTests
{
    [Fact]
    public void Decide_AnyPricesAndHoldsPlacedForTheParts_GivesEachPartItsOwnMoney() =>
        Gen.Select(Gen.Int[1, 100_000], Gen.Int[1, 100_000], Gen.Int[0, 1000], Gen.Bool)
            .Sample(
                (apples, pears, discount, charged) =>
                {
                    var order = Pushed(apples, pears, discount);
                    var totals = SplitOrders.Split(order).Select(part => OrderPrice.Of(part).Total).ToImmutableArray();
                    order = order with { Payments = [APayment.Of("a", Moved(totals, charged))] };

                    var first = OpenSplit.Decide(order, AnOrder.Now);

                    ImmutableArray<Order> parts = [first, .. first.PartsToOpen];
                    parts.Length.ShouldBe(2);
                    parts.Sum(part => OrderPrice.Of(part).Total).ShouldBe(OrderPrice.Of(order).Total);
                    parts.ShouldAllBe(part => Kept(part) == OrderPrice.Of(part).Total);
                    parts
                        .SelectMany(part => part.Payments.SelectMany(p => p.Transactions))
                        .Select(t => t.Id)
                        .Order()
                        .ShouldBe(order.Payments[0].Transactions.Select(t => t.Id).Order());
                },
                iter: 200
            );

    [Fact]
    public void Decide_OneHoldForAll_StaysOne()
    {
        var order = Pushed(500, 700);
        order = order with { Payments = [APayment.Of("a", APayment.Movement("h", TransactionKind.Authorize, OrderPrice.Of(order).Total))] };

        OpenSplit.Decide(order, AnOrder.Now).ShouldBeSameAs(order);
    }

    [Fact]
    public void Decide_HoldThatWasReleasedBeforeTheOneThatStands_GoesByTheOneThatStands()
    {
        var order = Pushed(500, 700);
        var totals = SplitOrders.Split(order).Select(part => OrderPrice.Of(part).Total).ToImmutableArray();
        PaymentTransaction[] moved =
        [
            APayment.Movement("released", TransactionKind.Authorize, totals[1]),
            APayment.Movement("release", TransactionKind.Void, totals[1], parent: "released"),
            .. Moved(totals, charged: false),
        ];
        order = order with { Payments = [APayment.Of("a", moved)] };

        var first = OpenSplit.Decide(order, AnOrder.Now);

        Kept(first).ShouldBe(totals[0]);
        Kept(first.PartsToOpen.ShouldHaveSingleItem()).ShouldBe(totals[1]);
    }

    [Fact]
    public void Decide_ToppedUpPaymentOfOnePart_GoesToItWhole()
    {
        var order = Pushed(500, 700);
        var totals = SplitOrders.Split(order).Select(part => OrderPrice.Of(part).Total).ToImmutableArray();
        order = order with
        {
            Payments =
            [
                APayment.Of("a", APayment.Movement("a1", TransactionKind.Authorize, totals[0])) with
                {
                    RequestedAmount = totals[0],
                },
                APayment.Of(
                    "b",
                    APayment.Movement("b1", TransactionKind.Authorize, totals[1] - 10),
                    APayment.Movement("b2", TransactionKind.Authorize, 10)
                ),
            ],
        };

        var part = OpenSplit.Decide(order, AnOrder.Now).PartsToOpen.ShouldHaveSingleItem();

        part.Payments.ShouldHaveSingleItem().Transactions.Select(t => t.Id).ShouldBe(["b1", "b2"]);
    }

    [Theory]
    [InlineData(SplitPolicies.SharedAuth, TransactionStatus.Succeeded)]
    [InlineData(SplitPolicies.NewAuth, TransactionStatus.Pending)]
    [InlineData(SplitPolicies.NewAuth, TransactionStatus.NeedsAction)]
    public void Decide_SharedOrUnsettledMoney_StaysOne(string billing, TransactionStatus status)
    {
        var order = Pushed(500, 700, billing: billing);
        var totals = SplitOrders.Split(order).Select(part => OrderPrice.Of(part).Total).ToImmutableArray();
        var moved = Moved(totals, charged: false);
        moved[1] = moved[1] with { Status = status };
        order = order with { Payments = [APayment.Of("a", moved)] };

        OpenSplit.Decide(order, AnOrder.Now).ShouldBeSameAs(order);
    }

    [Fact]
    public void Decide_PaymentThatIsOnlyVerified_DividesWithoutMoney()
    {
        var order = Pushed(500, 700) with { Payments = [APayment.Of("a")] };

        var first = OpenSplit.Decide(order, AnOrder.Now);

        first.Payments[0].Amount.ShouldBe(OrderPrice.Of(first).Total);
        first.PartsToOpen[0].Payments[0].Amount.ShouldBe(OrderPrice.Of(first.PartsToOpen[0]).Total);
    }

    private static PaymentTransaction[] Moved(ImmutableArray<long> totals, bool charged) =>
        [
            .. totals.Select((total, i) => APayment.Movement($"hold-{i}", TransactionKind.Authorize, total)),
            .. charged
                ? totals.Select((total, i) => APayment.Movement($"charge-{i}", TransactionKind.Capture, total, parent: $"hold-{i}"))
                : [],
        ];

    private static long Kept(Order order) => order.Payments.Sum(p => p.Held + p.Captured);

    /// <summary>Placed, and pushed in two parts.</summary>
    private static Order Pushed(long apples, long pears, long discount = 0, string billing = SplitPolicies.NewAuth)
    {
        var line = AnOrder.Line();
        var order = AnOrder.Of(
            line with
            {
                Id = "1",
                Key = "apples",
                Price = apples,
            },
            line with
            {
                Id = "2",
                Key = "pears",
                Price = pears,
                IsPreOrder = true,
            }
        ) with
        {
            Status = OrderStatus.Processed,
            ShippingAddress = AnOrder.Winnipeg,
            PlatformOrderId = "1",
            Discounts =
                discount == 0 ? [] : [new OrderDiscount("d", "", "Less", DiscountTarget.Order, Checkout.Money.AmountKind.Fixed, discount)],
            Plugins = new PluginState
            {
                SplitConditions =
                [
                    new SplitCondition(
                        SplitPolicies.CreateNewOrder,
                        SplitPolicies.PreOrder,
                        billing,
                        SplitPolicies.OrderCount,
                        SplitPolicies.OrderValue
                    ),
                ],
            },
        };
        return order with { SplitInto = [.. SplitOrders.Split(order).Skip(1).Select(part => new SplitPart(part.PublicOrderId, "2"))] };
    }
}
