using Checkout.Shops;

namespace Checkout.Payments;

/// <summary>Reads the notices of the gateways that send them.</summary>
public interface IGatewayNotices
{
    /// <summary>The request header that holds the signature; null when the driver sends no notices.</summary>
    string? SignatureHeader(string driver);

    /// <summary>
    /// The notice, proven by the gateway's <c>webhook_secret</c> setting (a secret reference); null when it is about nothing of
    /// ours. Refused (unauthorized): not signed by the gateway, or longer than five minutes ago. Refused (upstream): the
    /// gateway does not say what the notice is about; it is to come again.
    /// </summary>
    Task<Result<GatewayNotice?>> Read(GatewaySettings gateway, string payload, string signature, CancellationToken cancellation);
}
