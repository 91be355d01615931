using System.Net.Http.Headers;
using Checkout.Plugins;
using Checkout.Shops;

namespace Checkout.Http.Outgoing;

/// <summary>Posts events and override questions, signed with the plugin's client secret.</summary>
public sealed class PluginCalls(SafeHttp http, ISecrets secrets, TimeProvider time) : IPluginCalls
{
    public async Task<PluginReply> Post(PluginRequest request, CancellationToken cancellation)
    {
        if (http.WhyNot(request.Url) is { } refusal)
            return PluginReply.Failed(refusal);
        using var message = new HttpRequestMessage(HttpMethod.Post, request.Url) { Content = new ReadOnlyMemoryContent(request.Body) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        message.Headers.Accept.ParseAdd("application/json");
        if (request.SecretReference is { } reference)
        {
            if (await secrets.Resolve(reference, cancellation) is not { Length: > 0 } secret)
                return PluginReply.Failed("The secret that signs the request is missing.");
            Signatures.SignForPlugin(message, request.KeyId, secret, time.GetUtcNow());
        }

        var reply = await http.Send(message, cancellation);
        return new PluginReply(reply.Body, reply.Failure);
    }
}
