using System.Net;
using Checkout.Http.Storefront.Customers;
using DnsClient;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Customers;

public sealed class DnsMailDomainsTests
{
    [Theory]
    [InlineData("mail.example", true)]
    [InlineData("null-mx.example", false)]
    [InlineData("only-a.example", true)]
    [InlineData("only-aaaa.example", true)]
    [InlineData("neither.example", false)]
    [InlineData("nxdomain.example", false)]
    [InlineData("servfail.example", null)]
    [InlineData("refused.example", null)]
    [InlineData("silent.example", null)]
    public async Task TakesMail_IsWhatTheNameSystemSays(string domain, bool? takes)
    {
        await using var server = new NameServer(Zone);
        var dns = new LookupClient(
            new LookupClientOptions(new IPEndPoint(IPAddress.Loopback, server.Port))
            {
                Timeout = TimeSpan.FromMilliseconds(500),
                Retries = DnsMailDomains.Options.Retries,
                ThrowDnsErrors = DnsMailDomains.Options.ThrowDnsErrors,
                UseCache = false,
            }
        );

        (await new DnsMailDomains(dns, NullLogger<DnsMailDomains>.Instance).TakesMail(domain, default)).ShouldBe(takes);

        server.Asked.ShouldContain((domain, NameServer.Mx));
    }

    [Theory]
    [InlineData("nxdomain.example", null)]
    [InlineData("neither.example", null)]
    [InlineData("null-mx.example", false)]
    [InlineData("mail.example", true)]
    public async Task TakesMail_ServerWithoutTheRoot_IsNotBelievedItsNo(string domain, bool? takes)
    {
        await using var server = new NameServer((name, type) => name.Length == 0 ? NameAnswer.Failed(3) : Zone(name, type));
        var dns = new LookupClient(
            new LookupClientOptions(new IPEndPoint(IPAddress.Loopback, server.Port)) { ThrowDnsErrors = false, UseCache = false }
        );

        (await new DnsMailDomains(dns, NullLogger<DnsMailDomains>.Instance).TakesMail(domain, default)).ShouldBe(takes);
    }

    [Fact]
    public async Task TakesMail_NoServerThere_IsNotKnown()
    {
        int port;
        await using (var server = new NameServer(Zone))
            port = server.Port;
        var dns = new LookupClient(
            new LookupClientOptions(new IPEndPoint(IPAddress.Loopback, port))
            {
                Timeout = TimeSpan.FromMilliseconds(200),
                Retries = 0,
                ThrowDnsErrors = false,
            }
        );

        (await new DnsMailDomains(dns, NullLogger<DnsMailDomains>.Instance).TakesMail("mail.example", default)).ShouldBeNull();
    }

    private static NameAnswer? Zone(string name, ushort type) =>
        (name, type) switch
        {
            ("", NameServer.Ns) => NameAnswer.Of(NameServer.Ns, NameServer.Name("a.root.example")),
            ("mail.example", NameServer.Mx) => NameAnswer.Of(NameServer.Mx, NameServer.Exchanger(10, "mx.mail.example")),
            ("null-mx.example", NameServer.Mx) => NameAnswer.Of(NameServer.Mx, NameServer.Exchanger(0, "")),
            ("only-a.example", NameServer.A) => NameAnswer.Of(NameServer.A, IPAddress.Loopback.GetAddressBytes()),
            ("only-aaaa.example", NameServer.Aaaa) => NameAnswer.Of(NameServer.Aaaa, IPAddress.IPv6Loopback.GetAddressBytes()),
            ("nxdomain.example", _) => NameAnswer.Failed(3),
            ("servfail.example", _) => NameAnswer.Failed(2),
            ("refused.example", _) => NameAnswer.Failed(5),
            ("silent.example", _) => null,
            _ => NameAnswer.Empty,
        };
}
