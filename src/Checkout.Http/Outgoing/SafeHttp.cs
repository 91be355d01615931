using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Checkout.Http.Frame;

namespace Checkout.Http.Outgoing;

/// <summary>
/// Calls URLs that merchants and plugins gave: https only, no private address after resolution (the very address that is
/// connected to is the one checked), no redirect followed, no cookie, at most 1 MiB of answer. In development loopback is open too.
/// </summary>
public sealed class SafeHttp : IDisposable
{
    public const int Limit = 1024 * 1024;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly bool loopbackToo;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> resolve;
    private readonly HttpMessageInvoker http;

    public SafeHttp(HttpSettings settings)
        : this(settings, Dns.GetHostAddressesAsync) { }

    internal SafeHttp(HttpSettings settings, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        loopbackToo = settings.IsDevelopment;
        this.resolve = resolve;
        http = new HttpMessageInvoker(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                AutomaticDecompression = DecompressionMethods.None,
                ActivityHeadersPropagator = null,
                ConnectTimeout = ConnectTimeout,
                MaxResponseHeadersLength = 64,
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                MaxConnectionsPerServer = 64,
                ConnectCallback = Connect,
            }
        );
    }

    /// <summary>Whether a URL may be called at all; null when it may.</summary>
    public string? WhyNot(string url) =>
        !Uri.TryCreate(url, UriKind.Absolute, out var uri) ? "The URL is not absolute."
        : uri.UserInfo.Length > 0 ? "The URL holds a user name."
        : uri.Scheme == Uri.UriSchemeHttps || (loopbackToo && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback) ? null
        : "The URL is not https.";

    /// <summary>As below, with a limit of time, after which the answer is a failure too.</summary>
    public async Task<SafeReply> Send(HttpRequestMessage request, TimeSpan limit, TimeProvider time, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            return await Send(request, either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return SafeReply.None($"No answer within {limit.TotalSeconds} s.");
        }
    }

    /// <summary>Sends the request; whatever goes wrong is a failure in words fit for a timeline.</summary>
    public async Task<SafeReply> Send(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (WhyNot(request.RequestUri!.OriginalString) is { } refusal)
            return SafeReply.None(refusal);
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            var status = (int)response.StatusCode;
            if (status is >= 300 and < 400)
                return new SafeReply(status, ReadOnlyMemory<byte>.Empty, "The answer is a redirect.");
            return await Read(response.Content, cancellation) is { } body
                ? new SafeReply(status, body, response.IsSuccessStatusCode ? null : $"The answer has status {status}.")
                {
                    RetryAfter = response.Headers.RetryAfter,
                }
                : new SafeReply(status, ReadOnlyMemory<byte>.Empty, "The answer is longer than 1 MiB.");
        }
        catch (HttpRequestException fault)
        {
            return SafeReply.None(Find<ClosedAddressException>(fault)?.Message ?? "The other side cannot be reached.");
        }
        catch (IOException)
        {
            return SafeReply.None("The answer broke off.");
        }
    }

    public void Dispose() => http.Dispose();

    private static async Task<ReadOnlyMemory<byte>?> Read(HttpContent content, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > Limit)
            return null;
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (body.Length + read > Limit)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var host = context.DnsEndPoint.Host;
        IPAddress[] addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellation);

        // One closed address among open ones is reason enough: a host that mixes them is no host of a plugin.
        if (addresses.Length == 0 || !Array.TrueForAll(addresses, address => AddressRange.IsOpen(address, loopbackToo)))
            throw new ClosedAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static T? Find<T>(Exception? fault)
        where T : Exception => fault is null or T ? (T?)fault : Find<T>(fault.InnerException);

    private sealed class ClosedAddressException() : IOException("The URL leads to an address that is not public.");
}

/// <param name="Failure">Null when the status is a success and the body complete.</param>
public sealed record SafeReply(int Status, ReadOnlyMemory<byte> Body, string? Failure)
{
    public RetryConditionHeaderValue? RetryAfter { get; init; }

    /// <summary>Nothing came back, whether or not the request went out.</summary>
    public static SafeReply None(string failure) => new(0, ReadOnlyMemory<byte>.Empty, failure);
}
