using Checkout.Stores;

namespace Checkout.Http.Frame.SignIn;

/// <summary>Links to the pages of orders for letters, where no request tells the host its own address (setting PublicUrl).</summary>
public sealed class OrderLinks(PageKeys keys, HttpSettings settings) : IOrderLinks
{
    public async ValueTask<string?> Page(string shopIdentifier, string publicOrderId, CancellationToken cancellation) =>
        settings.PublicUrl is { } address ? await keys.AddressOf(address, shopIdentifier, publicOrderId, cancellation) : null;
}
