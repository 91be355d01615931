namespace Checkout.Http.Outgoing;

/// <summary>
/// Refusals that a Magento has words for which say nothing to a shopper: its own of a route or an entity that is not there, and those of
/// Bold's module for a cart that is not.
/// </summary>
internal static class MagentoRefusal
{
    public static Problem CartIsGone =>
        Problem.Order("cart_id", "The store no longer has this cart. Start the checkout again.", "platform");

    /// <summary>The module is not there, or the address is wrong: nobody was asked.</summary>
    public static bool IsOfRoute(Problem refusal) =>
        refusal.Message.StartsWith("Request does not match any route", StringComparison.Ordinal);

    public static bool IsOfCart(Problem refusal) =>
        refusal.Message.StartsWith("No such entity", StringComparison.Ordinal)
        || refusal.Message.StartsWith("There is no active cart", StringComparison.Ordinal);
}
