using Checkout.Payments;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Orders;

public sealed class PaymentTests
{
    [Fact]
    public void Held_PartCapturedOfAnAuthorizationThatExpired_IsAllOfTheOneInItsPlace()
    {
        var payment = new Payment { Id = "p", GatewayPublicId = "g", Token = "t", Currency = "CAD", CreatedAt = DateTimeOffset.UnixEpoch }
            .With(Transaction("a1", TransactionKind.Authorize, 100) with { Expired = true })
            .With(Transaction("c1", TransactionKind.Capture, 40) with { ParentId = "a1" })
            .With(Transaction("a2", TransactionKind.Authorize, 60));

        payment.Held.ShouldBe(60);
        payment.With(Transaction("v1", TransactionKind.Void, 60) with { ParentId = "a2" }).Held.ShouldBe(0);
        payment.With(Transaction("c2", TransactionKind.Capture, 25) with { ParentId = "a2" }).Held.ShouldBe(35);
    }

    private static PaymentTransaction Transaction(string id, TransactionKind kind, long amount) => new()
    {
        Id = id, Kind = kind, Amount = amount, Currency = "CAD", Status = TransactionStatus.Succeeded, IdempotencyKey = id, OperationId = "o", CreatedAt = DateTimeOffset.UnixEpoch,
    };
}
