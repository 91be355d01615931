using System.Net;
using System.Net.Sockets;

namespace Checkout.Testing;

public static class Loopback
{
    /// <summary>For a program that cannot be told to choose; another may take the port before it listens.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
