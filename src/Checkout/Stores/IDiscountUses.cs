namespace Checkout.Stores;

/// <summary>Counts how often a limited code was used. Codes without a limit cost nothing here.</summary>
public interface IDiscountUses
{
    Task<long> Count(string shop, string code, string? emailHash, CancellationToken cancellation);

    /// <summary>
    /// Uses the code once for the order. False when a limit is reached; true when used now or by an earlier call
    /// for the same order.
    /// </summary>
    Task<bool> Use(
        string shop,
        string code,
        string publicOrderId,
        string emailHash,
        int? limit,
        int? limitPerCustomer,
        CancellationToken cancellation
    );

    /// <summary>Gives the order's use back; harmless when there is none.</summary>
    Task Release(string shop, string code, string publicOrderId, string emailHash, CancellationToken cancellation);
}
