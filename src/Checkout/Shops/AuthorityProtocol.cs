namespace Checkout.Shops;

/// <summary>How a remote state authority is spoken to (docs/contract/platforms.md#remote-state-authority).</summary>
public enum AuthorityProtocol
{
    /// <summary>It is told after the commit, and its answer is not read.</summary>
    Notices,

    /// <summary>It is sent event and state before the commit, and answers the new state.</summary>
    Events,

    /// <summary>It is a Magento with Bold's checkout module: the routes of its cart are called before the commit.</summary>
    MagentoCart,
}
