namespace Checkout.Tests.Orders;

/// <summary>1, 2, 3, …</summary>
internal sealed class CountingIds : IIdSource
{
    private int count;

    public string PublicId() => Ulid();

    public string Ulid() => (++count).ToString();

    public long OrderId() => ++count;
}
