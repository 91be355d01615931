namespace Checkout.Stores;

/// <summary>Whether a domain takes mail at all.</summary>
public interface IMailDomains
{
    /// <summary>
    /// False only when the name system says so: no such domain, or one that refuses mail (RFC 7505).
    /// True when it takes mail; null when nobody could be asked in time, which is no fault of the address.
    /// </summary>
    Task<bool?> TakesMail(string domain, CancellationToken cancellation);
}
