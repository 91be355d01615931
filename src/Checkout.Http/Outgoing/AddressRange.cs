using System.Net;
using System.Net.Sockets;

namespace Checkout.Http.Outgoing;

/// <summary>Which addresses a URL that a merchant gave may lead to: those of the public internet and no others.</summary>
internal static class AddressRange
{
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // The platform's own channel to every virtual machine in Azure: public by number only.
            "168.63.129.16/32",
        }.Select(IPNetwork.Parse),
    ];

    // Of IPv6 only what is assigned as global unicast; in it, ranges that carry another address or nobody's.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] ClosedSix =
    [
        IPNetwork.Parse("2001::/23"),
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("2002::/16"),
        IPNetwork.Parse("3fff::/20"),
    ];

    public static bool IsOpen(IPAddress address, bool loopbackToo)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address))
            return loopbackToo;
        return address.AddressFamily is AddressFamily.InterNetwork
            ? !Closed.Any(range => range.Contains(address))
            : GlobalUnicast.Contains(address) && !ClosedSix.Any(range => range.Contains(address));
    }
}
