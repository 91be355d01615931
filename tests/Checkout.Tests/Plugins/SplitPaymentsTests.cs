using Checkout.Orders;
using Checkout.Payments;
using Checkout.Payments.Splitting;
using Checkout.Pricing;
using CsCheck;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Plugins;

public sealed class SplitPaymentsTests : IIdSource
{
    private static readonly MoneyOperation First = new("first", MoneyOperationKind.Authorize);
    private static readonly MoneyOperation Again = new("again", MoneyOperationKind.Authorize);
    private int made;

    [Fact]
    public void Holds_AnySplitAndShares_AddUpToEachShare() =>
        Gen.Select(Gen.Int[0, 7], Gen.Long[0, 14_000], Gen.Bool, Gen.Bool)
            .Sample(
                (preOrders, share, preOrderApart, addressApart) =>
                {
                    var order = Split(
                        PluginStage.Order(),
                        preOrderApart ? SplitPolicies.NewAuth : SplitPolicies.SharedAuth,
                        addressApart ? SplitPolicies.NewAuth : SplitPolicies.SharedAuth
                    );
                    order = order with
                    {
                        LineItems = [.. order.LineItems.Select((line, i) => line with { IsPreOrder = (preOrders >> i & 1) == 1 })],
                    };
                    var rest = OrderPrice.Of(order).Total - share;
                    order = order with { Payments = [Payment("a"), Payment("b")] };

                    var holds = SplitPayments.Holds(order, [share, rest]);

                    holds[0].Sum().ShouldBe(share);
                    holds[1].Sum().ShouldBe(rest);
                    if (!preOrderApart && !addressApart)
                        holds.ShouldAllBe(h => h.Length == 1);
                },
                iter: 300
            );

    [Fact]
    public void Plan_OneOfTheHoldsDeclined_AsksForThatOneAgainAndNoMore()
    {
        var order = Split(PluginStage.Order(), SplitPolicies.NewAuth, SplitPolicies.NewAuth);
        order = order with
        {
            LineItems = order.LineItems.SetItem(0, order.LineItems[0] with { IsPreOrder = true }),
            Payments = [Payment("a")],
        };
        var planned = AuthorizePayments.Plan(order, First, PluginStage.Now, this).Value;
        var asked = planned.Payments[0].Transactions;
        asked.Sum(t => t.Amount).ShouldBe(OrderPrice.Of(order).Total);
        asked.Select(t => t.IdempotencyKey).ShouldBeUnique();
        var answered = planned.With(
            planned.Payments[0] with
            {
                Transactions =
                [
                    .. asked.Select((t, i) => t with { Status = i == 0 ? TransactionStatus.Failed : TransactionStatus.Succeeded }),
                ],
            }
        );

        var mended = AuthorizePayments.Plan(answered, Again, PluginStage.Now, this).Value.Payments[0].Transactions;

        mended.Length.ShouldBe(asked.Length + 1);
        (mended[^1].Amount, mended[^1].OperationId).ShouldBe((asked[0].Amount, "again"));
    }

    [Fact]
    public void Plan_OrderChangedSinceTheHoldsWerePlaced_AsksForWhatIsMissing()
    {
        var order = Split(PluginStage.Order(), SplitPolicies.NewAuth, SplitPolicies.NewAuth);
        order = order with
        {
            LineItems = order.LineItems.SetItem(0, order.LineItems[0] with { IsPreOrder = true }),
            Payments = [Payment("a")],
        };
        var planned = AuthorizePayments.Plan(order, First, PluginStage.Now, this).Value;
        var changed = planned.With(
            planned.Payments[0] with
            {
                Transactions =
                [
                    .. planned
                        .Payments[0]
                        .Transactions.Select((t, i) => t with { Status = i == 0 ? TransactionStatus.Failed : TransactionStatus.Succeeded }),
                ],
            }
        );
        changed = changed with { LineItems = changed.LineItems.SetItem(1, changed.LineItems[1] with { Price = 9_999 }) };

        var mended = AuthorizePayments.Plan(changed, Again, PluginStage.Now, this).Value.Payments[0].Transactions;
        mended.Length.ShouldBe(planned.Payments[0].Transactions.Length + 1);
        mended[^1].Amount.ShouldBe(AuthorizePayments.Uncovered(changed));
    }

    private static Order Split(Order order, string preOrder, string address) =>
        order with
        {
            LineItems = order.LineItems.SetItem(
                2,
                order.LineItems[2] with
                {
                    ShippingAddress = order.ShippingAddress! with { City = "Elsewhere" },
                }
            ),
            Plugins = order.Plugins with
            {
                SplitConditions =
                [
                    new(SplitPolicies.CreateNewOrder, SplitPolicies.PreOrder, preOrder, SplitPolicies.OrderCount, SplitPolicies.First),
                    new(
                        SplitPolicies.CreateNewOrder,
                        SplitPolicies.ShippingAddress,
                        address,
                        SplitPolicies.OrderValue,
                        SplitPolicies.First
                    ),
                ],
            },
        };

    private static Payment Payment(string id) =>
        new()
        {
            Id = id,
            GatewayPublicId = "gatewayId1",
            Token = "tok_visa",
            Currency = "USD",
            CreatedAt = PluginStage.Noon,
        };

    string IIdSource.PublicId() => $"id-{++made}";

    string IIdSource.Ulid() => $"id-{++made:D20}";

    long IIdSource.OrderId() => ++made;
}
