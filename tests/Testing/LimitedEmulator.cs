using System.Net;

namespace Checkout.Testing;

/// <summary>An address before the emulator for hosts that are processes of their own: what Azure refuses ends here (<see cref="AzureLimits"/>).</summary>
public sealed class LimitedEmulator : IAsyncDisposable
{
    private static readonly HashSet<string> NotCopied = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host",
        "Content-Length",
        "Transfer-Encoding",
        "Connection",
        "Keep-Alive",
    };

    private readonly AzuriteProcess azurite;
    private readonly HttpListener listener;
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly Uri address;
    private readonly Task answering;

    private LimitedEmulator(AzuriteProcess azurite, HttpListener listener, Uri address)
    {
        this.azurite = azurite;
        this.listener = listener;
        this.address = address;
        answering = Answer();
    }

    public string ConnectionString =>
        azurite.ConnectionString.Replace(
            azurite.TableEndpoint.ToString(),
            new Uri(address, azurite.TableEndpoint.AbsolutePath).ToString(),
            StringComparison.Ordinal
        );

    public static async Task<LimitedEmulator> Start()
    {
        var emulator = await AzuriteProcess.Start();
        for (var attempt = 1; ; attempt++)
        {
            var front = new Uri($"http://127.0.0.1:{Loopback.FreePort()}/");
            var listening = new HttpListener { Prefixes = { front.ToString() } };
            try
            {
                listening.Start();
                return new LimitedEmulator(emulator, listening, front);
            }
            catch (HttpListenerException) when (attempt < 5)
            {
                // Another process took the port between our looking and our listening.
                listening.Close();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await answering;
        listener.Close();
        http.Dispose();
        await azurite.DisposeAsync();
    }

    private async Task Answer()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                _ = Task.Run(() => Pass(context));
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task Pass(HttpListenerContext context)
    {
        try
        {
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            if (AzureLimits.WhyNot(context.Request.Url!.AbsolutePath, body.GetBuffer().AsSpan(0, (int)body.Length)) is { } refusal)
            {
                context.Response.StatusCode = (int)HttpStatusCode.BadRequest;
                context.Response.StatusDescription = refusal;
                context.Response.Close();
                return;
            }

            using var answer = await http.SendAsync(Copy(context.Request, body.ToArray()));
            context.Response.StatusCode = (int)answer.StatusCode;
            foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(h => !NotCopied.Contains(h.Key)))
                context.Response.Headers[name] = string.Join(',', values);
            var content = await answer.Content.ReadAsByteArrayAsync();
            context.Response.ContentLength64 = content.Length;
            await context.Response.OutputStream.WriteAsync(content);
            context.Response.Close();
        }
        catch (Exception broken) when (broken is HttpListenerException or IOException or HttpRequestException or ObjectDisposedException)
        {
            // Either side went away: so does the connection.
            context.Response.Abort();
        }
    }

    private HttpRequestMessage Copy(HttpListenerRequest request, byte[] body)
    {
        var copy = new HttpRequestMessage(new HttpMethod(request.HttpMethod), new Uri(azurite.TableEndpoint, request.RawUrl));
        if (request.HasEntityBody)
            copy.Content = new ByteArrayContent(body);
        foreach (var name in request.Headers.AllKeys.OfType<string>().Where(name => !NotCopied.Contains(name)))
            if (!copy.Headers.TryAddWithoutValidation(name, request.Headers[name]))
                copy.Content?.Headers.TryAddWithoutValidation(name, request.Headers[name]);
        return copy;
    }
}
