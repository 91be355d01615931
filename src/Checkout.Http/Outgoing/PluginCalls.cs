using System.Net.Http.Headers;
using Checkout.Plugins.Calls;
using Checkout.Stores;

namespace Checkout.Http.Outgoing;

/// <summary>
/// Posts events and override questions, signed with the plugin's client secret. A plugin that verifies in a router mounted
/// under a path, as the published example plugin does under Express, sees the request target without that path and
/// answers 401: it is asked once more with a signature over the date, which every request has anyway.
/// </summary>
public sealed class PluginCalls(SafeHttp http, ISecrets secrets, TimeProvider time) : IPluginCalls
{
    private const int Unauthorized = 401;

    public async Task<PluginReply> Post(PluginRequest request, CancellationToken cancellation)
    {
        if (http.WhyNot(request.Url) is { } refusal)
            return PluginReply.Failed(refusal);
        var secret = "";
        if (request.SecretReference is { } reference)
        {
            secret = await secrets.Resolve(reference, cancellation) ?? "";
            if (secret.Length == 0)
                return PluginReply.Failed("The secret that signs the request is missing.");
        }

        var reply = await Send(request, secret, SignedPart.TargetAndDate, cancellation);
        if (reply.Status == Unauthorized && secret.Length > 0)
            reply = await Send(request, secret, SignedPart.Date, cancellation);
        return new PluginReply(reply.Body, reply.Failure);
    }

    private async Task<SafeReply> Send(PluginRequest request, string secret, SignedPart signed, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, request.Url) { Content = new ReadOnlyMemoryContent(request.Body) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        message.Headers.Accept.ParseAdd("application/json");
        if (secret.Length > 0)
            Signatures.SignForPlugin(message, request.KeyId, secret, time.GetUtcNow(), signed);
        return await http.Send(message, cancellation);
    }
}
