using Checkout.Plugins;

namespace Checkout.Journeys.Completing;

/// <summary>What one amendment keeps over its tries.</summary>
internal sealed class AmendCall(string operationId)
{
    public string OperationId => operationId;

    /// <summary>Null until the plugin's actions were heard.</summary>
    public PluginAnswers? Answers { get; set; }

    /// <summary>When the wake-up comes that looks after its money; null while none is set.</summary>
    public DateTimeOffset? WatchedUntil { get; set; }
}
