using System.Net;
using System.Text;
using System.Text.Json;

namespace Checkout.Testing;

/// <summary>A connection to the emulator that refuses what Azure refuses (<see cref="AzureLimits"/>).</summary>
public sealed class LimitedConnection() : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not { } content)
            return await base.SendAsync(request, cancellationToken);
        await content.LoadIntoBufferAsync(cancellationToken);
        var body = await content.ReadAsByteArrayAsync(cancellationToken);
        return AzureLimits.WhyNot(request.RequestUri!.AbsolutePath, body) is { } refusal
            ? Refused(request, refusal)
            : await base.SendAsync(request, cancellationToken);
    }

    private static HttpResponseMessage Refused(HttpRequestMessage request, string refusal) =>
        new(HttpStatusCode.BadRequest)
        {
            RequestMessage = request,
            Content = new StringContent(
                JsonSerializer.Serialize(
                    new Dictionary<string, object>
                    {
                        ["odata.error"] = new { code = refusal.Split(':')[0], message = new { lang = "en-US", value = refusal } },
                    }
                ),
                Encoding.UTF8,
                "application/json"
            ),
        };
}
