using System.Net;
using Hooklatch.Console.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Console.Access;

/// <summary>
/// Refuses a request that names a host which this is not. A page of a stranger can have its own name lead to this machine (DNS rebinding), and its browser
/// then takes the answers for the stranger's own.
/// </summary>
internal sealed class HostCheck(LiveConsoleOptions options, HooklatchOptions host, IServer server)
{
    private HashSet<string>? _listening;
    private Snapshot? _allowed;

    public Refusal? Check(HttpContext http) =>
        IsAllowed(http.Request.Host.Host.TrimEnd('.'), http)
            ? null
            : new Refusal(
                StatusCodes.Status400BadRequest,
                "The console is not served under this name.",
                $"It answers to localhost, to the host of Hooklatch:PublicUrl, to the addresses that the server listens on, and to what {HooklatchConsoleOptions.Section}:{nameof(HooklatchConsoleOptions.AllowedHosts)} lists. Add the name of this host there. A proxy must pass the Host header on."
            );

    private bool IsAllowed(string name, HttpContext http) =>
        name.Length > 0 && (IPAddress.TryParse(name.Trim('[', ']'), out var address) ? IsAllowed(address, http) : IsLocalName(name))
        || string.Equals(name, host.PublicUrl?.IdnHost, StringComparison.OrdinalIgnoreCase)
        || Listening().Contains(name)
        || Allowed().Any(allowed => allowed.Contains(name));

    /// <summary>No name leads a browser to another address than the one that it is, but a page of this address may be anybody's.</summary>
    private static bool IsAllowed(IPAddress address, HttpContext http) =>
        IPAddress.IsLoopback(address) || (http.Connection.LocalIpAddress is { } local && Plain(address).Equals(Plain(local)));

    private static IPAddress Plain(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : new IPAddress(address.GetAddressBytes());

    /// <summary>Names that lead nowhere else (RFC 6761).</summary>
    private static bool IsLocalName(string name) =>
        string.Equals(name, "localhost", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    /// <summary>Names that the server is told to listen on. They do not change while it runs.</summary>
    private HashSet<string> Listening() =>
        _listening ??= (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            .Select(address => Uri.TryCreate(address, UriKind.Absolute, out var url) ? url.Host : "")
            .Where(name => name.Length > 0 && !IPAddress.TryParse(name.Trim('[', ']'), out _))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private AllowedHost[] Allowed()
    {
        var now = options.Current;
        if (_allowed is not { } allowed || allowed.From != now)
        {
            _allowed = allowed = new Snapshot(now, [.. now.AllowedHosts.Select(AllowedHost.Parse).OfType<AllowedHost>()]);
        }

        return allowed.Hosts;
    }

    private sealed record Snapshot(HooklatchConsoleOptions From, AllowedHost[] Hosts);
}
