using Checkout.Plugins;

namespace Checkout.Journeys.CreateOrder;

/// <summary>What plugins answered while one call is carried out, kept over its tries (docs/contract/README.md#order-lock).</summary>
public sealed class HeardPlugins
{
    /// <summary>To order_submitted; null until they were asked.</summary>
    public PluginAnswers? Submitted { get; set; }
}
