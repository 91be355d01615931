namespace Checkout.Stores;

/// <summary>Sees to it that orders of a shop lose their person once they are old enough (retention_days).</summary>
public interface IRetention
{
    /// <summary>Begins, or begins with another time; harmless when it has begun.</summary>
    Task Begin(string shop, CancellationToken cancellation);
}
