using System.Globalization;
using Hooklatch.Console.Access;
using Hooklatch.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Console.Hosting;

/// <summary>Where a person finds the page; in Development, with a code that signs in once.</summary>
internal sealed class ConsoleLink(
    ConsoleEndpoints endpoints,
    ConsoleTokens tokens,
    LoginCode code,
    HooklatchOptions options,
    IServer server,
    IHostEnvironment environment
) : IConsoleAddress
{
    public string? Address
    {
        get
        {
            if (!endpoints.IsMapped || endpoints.Page is not { } page)
            {
                return null;
            }

            var isOfHost = HostUsers.Decide(page.Metadata);
            if (!isOfHost && tokens.Current.Count == 0)
            {
                return null;
            }

            var address = $"{BaseOf(page)}/{PathOf(page)}";
            return isOfHost || !environment.IsDevelopment() ? address : $"{address}#login={code.Issue()}";
        }
    }

    /// <summary>The pattern without its catch-all.</summary>
    private static string PathOf(RouteEndpoint page) =>
        $"{page.RoutePattern.RawText?[..^Page.ConsolePage.CatchAll.Length].Trim('/')}/".TrimStart('/');

    private string BaseOf(RouteEndpoint page)
    {
        if (!environment.IsDevelopment() && options.PublicUrl is { } url)
        {
            return url.AbsoluteUri.TrimEnd('/');
        }

        var addresses = (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []).Select(Readable).ToArray();
        // A console with a port of its own is found there.
        var ports = page.Metadata.GetMetadata<IHostMetadata>()?.Hosts.Select(host => host[(host.LastIndexOf(':') + 1)..]).ToArray() ?? [];
        return addresses.FirstOrDefault(address => ports.Contains(PortOf(address))) ?? addresses.FirstOrDefault() ?? "http://localhost";
    }

    private static string? PortOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) ? url.Port.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>What a browser can open of an address that stands for all of them.</summary>
    private static string Readable(string address) =>
        address
            .TrimEnd('/')
            .Replace("//[::]", "//localhost", StringComparison.Ordinal)
            .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal)
            .Replace("//*", "//localhost", StringComparison.Ordinal);
}
