using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Checkout.Plugins.Calls;
using Checkout.Stores;

namespace Checkout.Http.Outgoing;

/// <summary>
/// Posts events and override questions, signed with the plugin's client secret. A plugin that verifies in a router mounted
/// under a path, as the published example plugin does under Express, sees the request target without that path and
/// answers 401: it is asked once more with a signature over the date, which every request has anyway. The form that a plugin took is
/// remembered by the process, so that it is asked twice once.
/// </summary>
public sealed class PluginCalls(SafeHttp http, ISecrets secrets, TimeProvider time) : IPluginCalls
{
    private const int Unauthorized = 401;
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<(string Url, string KeyId), SignedPart> taken = new();

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

        var plugin = (request.Url, request.KeyId);
        var signed = taken.GetValueOrDefault(plugin, SignedPart.TargetAndDate);
        var reply = await Send(request, secret, signed, cancellation);
        if (reply.Status == Unauthorized && secret.Length > 0)
        {
            var other = signed is SignedPart.Date ? SignedPart.TargetAndDate : SignedPart.Date;
            reply = await Send(request, secret, other, cancellation);
            if (reply.Failure is null)
                Remember(plugin, other);
        }

        return new PluginReply(reply.Body, reply.Failure);
    }

    private void Remember((string Url, string KeyId) plugin, SignedPart form)
    {
        if (taken.Count >= MostRemembered)
            taken.Clear();
        taken[plugin] = form;
    }

    private async Task<SafeReply> Send(PluginRequest request, string secret, SignedPart signed, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, request.Url) { Content = new ReadOnlyMemoryContent(request.Body) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        message.Headers.Accept.ParseAdd("application/json");
        if (secret.Length > 0)
        {
            var now = time.GetUtcNow();
            Signatures.SignForPlugin(message, request.KeyId, secret, now, signed);
            var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            StandardWebhook.Sign(message, request.Id, timestamp, Encoding.UTF8.GetString(request.Body.Span), [secret]);
        }

        return await http.Send(message, cancellation);
    }
}
