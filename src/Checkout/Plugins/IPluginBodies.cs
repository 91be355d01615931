using Checkout.Orders;
using Checkout.Plugins.Calls;
using Checkout.Shops;

namespace Checkout.Plugins;

/// <summary>Writes what plugins are sent and reads what they answer. The wire knows how an order looks there.</summary>
public interface IPluginBodies
{
    /// <summary>The body of an event, UTF-8 JSON.</summary>
    /// <param name="id">Names this raising of the event.</param>
    byte[] Write(Order order, Shop shop, PluginEvent @event, string id);

    /// <summary>The answer of a reply; nonsense is a failure.</summary>
    PluginAnswer Read(PluginSettings plugin, string @event, PluginReply reply);
}
