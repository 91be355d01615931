using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;
using CsCheck;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Pricing;

public sealed class OrderPriceTests
{
    [Fact]
    public void AnyOrder_IsPriced_TheTotalAddsUpAsClientsReckonIt() =>
        AnyOrder.Taxed.Sample(order =>
        {
            var price = OrderPrice.Of(order);
            var lines = price.Lines.Sum(l => l.Line.TotalPrice + l.Line.Fees.Sum(f => f.Amount));
            var added = price.Taxes.Where(t => !t.IsIncluded).Sum(t => t.Value);
            price.Total.ShouldBe(lines + price.Fees.Sum(f => f.Amount) + price.Shipping + added - price.Discounts.Sum(d => d.Value));
        });

    [Fact]
    public void AnyOrder_IsPriced_NoAmountIsNegative() =>
        AnyOrder.Taxed.Sample(order =>
        {
            var price = OrderPrice.Of(order);
            price.Total.ShouldBeGreaterThanOrEqualTo(0);
            price.Balance.ShouldBeGreaterThanOrEqualTo(0);
            price.Lines.ShouldAllBe(l => l.Net >= 0 && l.OrderDiscountShare >= 0 && l.Discounts.All(d => d.Value >= 0));
            price.Discounts.ShouldAllBe(d => d.Value >= 0);
            price.Taxes.ShouldAllBe(t => t.Value >= 0);
        });

    [Fact]
    public void AnyOrder_IsPriced_TheListsOnTopAreTheSumsOfTheParts() =>
        AnyOrder.Taxed.Sample(order =>
        {
            var price = OrderPrice.Of(order);
            price.Discounted.ShouldBe(
                price.Lines.Sum(l => l.Discounts.Sum(d => d.Value) + l.OrderDiscountShare) + price.ShippingDiscounts.Sum(d => d.Value)
            );
            price
                .Taxes.Sum(t => t.Value)
                .ShouldBe(
                    price.Lines.Sum(l => l.Taxes.Sum(t => t.Value))
                        + price.ShippingTaxes.Sum(t => t.Value)
                        + (order.Taxes?.Fees.Sum(t => t.Value) ?? 0)
                );
        });

    [Fact]
    public void AnyOrder_WrittenAndRead_LosesNothing() =>
        AnyOrder.Taxed.Sample(order =>
        {
            var document = OrderDocument.Write(order);
            OrderDocument.Write(OrderDocument.Read(document.Span)).Span.SequenceEqual(document.Span).ShouldBeTrue();
        });

    [Fact]
    public void Payments_WithAndWithoutAmounts_NeverPassTheTotal() =>
        Gen.Select(AnyOrder.Taxed, AnyOrder.Payment.List[0, 5])
            .Sample(
                (order, payments) =>
                {
                    var price = OrderPrice.Of(order with { Payments = [.. payments.Select((p, i) => p with { Id = $"{i}" })] });
                    price.Paid.ShouldBeLessThanOrEqualTo(price.Total);
                    price.Payments.ShouldAllBe(share => share.Amount >= 0);
                    if (payments.Any(p => p is { RequestedAmount: null, Limit: null }))
                        price.Balance.ShouldBe(0);
                }
            );

    [Fact]
    public void Split_AnyAmountOverAnyWeights_AddsUpExactly() =>
        Gen.Select(Gen.Long[-1_000_000_000_000, 1_000_000_000_000], Gen.Long[0, 1_000_000_000_000].Array[1, 40])
            .Sample(
                (amount, weights) =>
                {
                    var parts = LargestRemainder.Split(amount, weights);
                    parts.Sum().ShouldBe(amount);
                    parts.ShouldAllBe(part => Math.Sign(part) * Math.Sign(amount) >= 0);
                }
            );

    [Fact]
    public void TwoPayments_OfFiftyForAnOrderOf75_GiveFiftyAndTwentyFive()
    {
        // The public guide's own example (docs/contract/create-order.md#body).
        var price = OrderPrice.Of(Cart(7500) with { Payments = [Payment("a", 5000), Payment("b", 5000)] });
        price.Payments.Select(p => p.Amount).ShouldBe([5000, 2500]);
        price.Balance.ShouldBe(0);
    }

    [Fact]
    public void PaymentWithoutAmount_GivenFirst_PaysWhatThoseWithAmountsLeave()
    {
        var price = OrderPrice.Of(Cart(7500) with { Payments = [Payment("a", null), Payment("b", 5000)] });
        price.Payments.Select(p => p.Amount).ShouldBe([2500, 5000]);
    }

    [Fact]
    public void GiftCard_WithLessThanAsked_PaysItsBalance()
    {
        var price = OrderPrice.Of(Cart(7500) with { Payments = [Payment("a", 5000) with { Limit = 1200 }, Payment("b", null)] });
        price.Payments.Select(p => p.Amount).ShouldBe([1200, 6300]);
    }

    [Fact]
    public void FixedDiscount_LargerThanTheCart_TakesTheCartAndNoMore()
    {
        var price = OrderPrice.Of(
            Cart(7500) with
            {
                Discounts = [new OrderDiscount("1", "HUGE", "Huge", DiscountTarget.Order, AmountKind.Fixed, 100_000)],
            }
        );
        price.Discounts.Single().Value.ShouldBe(7500);
        price.Total.ShouldBe(0);
    }

    [Theory]
    [InlineData(25, 3)]
    [InlineData(35, 4)]
    [InlineData(45, 5)]
    public void PercentageDiscount_OfHalfAUnit_IsRoundedAwayFromZero(long cart, long taken)
    {
        var price = OrderPrice.Of(
            Cart(cart) with
            {
                Discounts = [new OrderDiscount("1", "TENOFF", "Ten", DiscountTarget.Order, AmountKind.Percentage, 10)],
            }
        );
        price.Discounted.ShouldBe(taken);
    }

    [Fact]
    public void Hold_OfMoreThanTheOrderCostsByNow_LeavesNothingToPay()
    {
        var hold = new PaymentTransaction
        {
            Id = "hold",
            Kind = TransactionKind.Authorize,
            Status = TransactionStatus.Succeeded,
            Amount = 10_000,
            Currency = "CAD",
            IdempotencyKey = "hold",
            OperationId = "operation",
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        var price = OrderPrice.Of(Cart(7500) with { Payments = [Payment("a", null) with { Amount = 10_000, Transactions = [hold] }] });
        price.Paid.ShouldBe(10_000);
        price.Balance.ShouldBe(0);
    }

    private static Order Cart(long price) =>
        new()
        {
            PublicOrderId = "order",
            ShopIdentifier = "shop",
            OrderId = 1,
            Currency = new OrderCurrency("CAD"),
            CreatedAt = DateTimeOffset.UnixEpoch,
            LineItems =
            [
                new LineItem
                {
                    Key = "a",
                    Id = "a",
                    Price = price,
                    Quantity = 1,
                },
            ],
        };

    private static Payment Payment(string id, long? amount) =>
        new()
        {
            Id = id,
            GatewayPublicId = "gateway",
            Token = "token",
            Currency = "CAD",
            RequestedAmount = amount,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
}
