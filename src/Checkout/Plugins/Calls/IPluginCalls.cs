namespace Checkout.Plugins.Calls;

/// <summary>
/// Posts a signed JSON body to a URL that a merchant or plugin gave. Whatever the other side does (no answer, redirect,
/// too long an answer, a private address) comes back as a failure, never as an exception.
/// </summary>
public interface IPluginCalls
{
    Task<PluginReply> Post(PluginRequest request, CancellationToken cancellation);
}
