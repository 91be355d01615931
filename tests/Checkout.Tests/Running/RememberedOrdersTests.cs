using Checkout.Orders;
using Checkout.Running;
using Checkout.Stores;
using Checkout.Tests.Orders;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Running;

public sealed class RememberedOrdersTests
{
    private readonly FakeTimeProvider time = new(AnOrder.Now.At);
    private readonly RememberedOrders memory;

    public RememberedOrdersTests() => memory = new RememberedOrders(time);

    [Fact]
    public void Order_IsFoundAsItWasWrittenLast()
    {
        memory.Keep(An("one", "1"));
        memory.Keep(An("one", "2"));

        memory.Find("one")!.ETag.ShouldBe("2");
        memory.Find("two").ShouldBeNull();
    }

    [Fact]
    public void Order_IsForgottenAfterItsTime()
    {
        memory.Keep(An("one", "1"));

        time.Advance(RememberedOrders.Longest - TimeSpan.FromSeconds(1));
        memory.Find("one").ShouldNotBeNull();
        time.Advance(TimeSpan.FromSeconds(1));
        memory.Find("one").ShouldBeNull();
    }

    [Fact]
    public void ForgottenOrder_IsNotFound()
    {
        memory.Keep(An("one", "1"));
        memory.Forget("one");
        memory.Forget("one");

        memory.Find("one").ShouldBeNull();
    }

    [Fact]
    public void MoreThanAreRemembered_DropTheOnesWrittenLongestAgo()
    {
        memory.Keep(An("first", "1"));
        memory.Keep(An("second", "1"));
        memory.Keep(An("first", "2"));
        for (var i = 2; i <= RememberedOrders.MostOrders; i++)
            memory.Keep(An($"order {i}", "1"));

        memory.Find("second").ShouldBeNull();
        memory.Find("first").ShouldNotBeNull();
        memory.Find($"order {RememberedOrders.MostOrders}").ShouldNotBeNull();
    }

    [Fact]
    public void LargeOrders_AreBoundedByTheirBytes()
    {
        var large = new string('x', (int)OrderSize.MostText);
        for (var i = 0; i < 200; i++)
            memory.Keep(An($"order {i}", "1", large));

        Enumerable.Range(0, 200).Count(i => memory.Find($"order {i}") is not null).ShouldBeInRange(50, 120);
        memory.Find("order 199").ShouldNotBeNull();
    }

    private static StoredOrder An(string id, string etag, string notes = "") =>
        new(
            AnOrder.Of(AnOrder.Line()) with
            {
                PublicOrderId = id,
                MetaData = new OrderMetaData { Notes = notes },
            },
            etag
        );
}
