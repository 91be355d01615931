using System.Net.Sockets;
using Checkout.Stores;
using DnsClient;
using Microsoft.Extensions.Logging;

namespace Checkout.Http.Storefront.Customers;

/// <summary>
/// Asks the name system for the mail exchangers of a domain, for two seconds at most. A domain without any takes mail at
/// its own address (RFC 5321, 5.1); one whose only exchanger is "." takes none (RFC 7505). A name server that does not
/// know the root knows the names of its own network alone: of other domains its no means nothing.
/// </summary>
public sealed partial class DnsMailDomains(ILookupClient dns, ILogger<DnsMailDomains> log) : IMailDomains
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    public static LookupClientOptions Options { get; } =
        new()
        {
            Timeout = TimeSpan.FromSeconds(1),
            Retries = 1,
            UseCache = true,
            ThrowDnsErrors = false,
            MaximumCacheTimeout = TimeSpan.FromMinutes(10),
        };

    public async Task<bool?> TakesMail(string domain, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            return await Ask(DnsString.FromResponseQueryString(domain), limit.Token);
        }
        catch (Exception exception)
            when (exception is DnsResponseException or SocketException or ArgumentException
                || (exception is OperationCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            NotAnswered(log, exception);
            return null;
        }
    }

    private async Task<bool?> Ask(DnsString name, CancellationToken cancellation)
    {
        var mail = await dns.QueryAsync(name, QueryType.MX, cancellationToken: cancellation);
        if (mail.Header.ResponseCode is DnsHeaderResponseCode.NotExistentDomain)
            return await No(cancellation);
        if (mail.HasError)
            return null;
        var exchangers = mail.Answers.MxRecords().ToList();
        if (exchangers.Count > 0)
            return exchangers.Any(mx => mx.Exchange.Value is not ("." or ""));
        var host = await dns.QueryAsync(name, QueryType.A, cancellationToken: cancellation);
        if (host.HasError)
            return null;
        if (host.Answers.ARecords().Any())
            return true;
        var host6 = await dns.QueryAsync(name, QueryType.AAAA, cancellationToken: cancellation);
        return host6.HasError ? null
            : host6.Answers.AaaaRecords().Any() ? true
            : await No(cancellation);
    }

    private async Task<bool?> No(CancellationToken cancellation)
    {
        var root = await dns.QueryAsync(DnsString.RootLabel, QueryType.NS, cancellationToken: cancellation);
        return !root.HasError && root.Answers.NsRecords().Any() ? false : null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A mail domain could not be looked up")]
    private static partial void NotAnswered(ILogger log, Exception exception);
}
