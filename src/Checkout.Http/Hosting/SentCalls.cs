using Checkout.Http.Pipeline.ApiDocuments;
using Checkout.Http.Plugins;

namespace Checkout.Http.Hosting;

/// <summary>Every call that the product makes to servers of merchants and plugins, for the API document.</summary>
internal static class SentCalls
{
    public static IEnumerable<SentCall> All => [.. SentTopics.All, .. SentEvents.All, .. SentOverrides.All];
}
