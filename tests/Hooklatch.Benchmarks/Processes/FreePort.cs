using System.Net;
using System.Net.Sockets;

namespace Hooklatch.Benchmarks.Processes;

/// <summary>Ports for servers that cannot be asked which one they chose.</summary>
internal static class FreePort
{
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
