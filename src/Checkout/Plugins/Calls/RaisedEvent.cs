using System.Security.Cryptography;
using System.Text;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Calls;

/// <summary>
/// Names one raising of an event: by order, the commit that it belongs to, the event, of app_hook the hook, and its number in that
/// commit. It goes into a header, so a hook's own words are in it as a hash.
/// </summary>
internal static class RaisedEvent
{
    /// <param name="round">1, and more for the events that answers to it bring about.</param>
    public static string IdOf(Order order, PluginEvent @event, int round)
    {
        var hook = @event.Origin == @event.Name ? "" : $"-{Short(@event.Origin)}";
        return $"{order.PublicOrderId}-{order.Version + 1}-{@event.Name}{hook}-{round}";
    }

    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
}
