namespace Checkout.Http.Health;

/// <summary>Something of one host's own that must answer before requests should come to it.</summary>
public interface IReadinessCheck
{
    /// <summary>Throws when it does not answer.</summary>
    Task Ask(CancellationToken cancellation);
}
