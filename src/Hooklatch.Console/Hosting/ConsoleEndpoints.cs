using Hooklatch.Console.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Console.Hosting;

/// <summary>Where this host serves its console.</summary>
internal sealed class ConsoleEndpoints(EndpointDataSource endpoints)
{
    private readonly HashSet<(IEndpointRouteBuilder Builder, string Pattern)> _mapped = [];

    /// <summary>Whether anything of the console is mapped.</summary>
    public bool IsMapped => _mapped.Count > 0;

    /// <summary>What serves the page; <see langword="null"/> where only the API is mapped. Known once the host has started.</summary>
    public RouteEndpoint? Page => All(ConsolePart.Page).FirstOrDefault();

    /// <summary>Whether somebody can come by a token: where the host's own authentication decides everywhere, nobody can.</summary>
    public bool TakeTokens => All(ConsolePart.Api).Any(endpoint => !HostUsers.Decide(endpoint.Metadata));

    /// <summary>Notes that the console is mapped.</summary>
    /// <returns>Whether it was not yet, there.</returns>
    public bool TryAdd(IEndpointRouteBuilder builder, string pattern) => _mapped.Add((builder, pattern.ToUpperInvariant()));

    private IEnumerable<RouteEndpoint> All(ConsolePart part) =>
        endpoints.Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<ConsolePart>() == part);
}
