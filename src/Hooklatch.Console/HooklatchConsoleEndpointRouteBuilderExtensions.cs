using Hooklatch.Console.Access;
using Hooklatch.Console.Api;
using Hooklatch.Console.Hosting;
using Hooklatch.Console.Page;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

// Where every ASP.NET Core developer looks for it.
#pragma warning disable IDE0130
namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the console.</summary>
public static class HooklatchConsoleEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the page of the console at <paramref name="pattern"/> and its API below it, at <c>{pattern}/api</c>. Nothing else has to be mapped: a host without
    /// plugins that references a store shows what is in it.
    /// </summary>
    /// <param name="endpoints">The application, or a route group.</param>
    /// <param name="pattern">The path of the page. Default: <c>/hooklatch</c>.</param>
    /// <returns>
    /// A builder for conventions on the page and the API, such as <c>RequireHost("*:9090")</c>. With <c>RequireAuthorization(…)</c> the host's own
    /// authentication decides who is let in, and tokens count for nothing.
    /// </returns>
    /// <exception cref="InvalidOperationException"><c>AddConsole()</c> was not called, or the pattern is mapped already.</exception>
    public static IEndpointConventionBuilder MapHooklatchConsole(this IEndpointRouteBuilder endpoints, string pattern = "/hooklatch") =>
        Map(endpoints, pattern, hasPage: true);

    /// <summary>Maps the API of the console alone, at <c>{pattern}/api</c>, for scripts and the command-line tool.</summary>
    /// <param name="endpoints">The application, or a route group.</param>
    /// <param name="pattern">What the path of the API stands below. Default: <c>/hooklatch</c>.</param>
    /// <returns>A builder for conventions on the API; see <see cref="MapHooklatchConsole"/>.</returns>
    /// <exception cref="InvalidOperationException"><c>AddConsole()</c> was not called, or the pattern is mapped already.</exception>
    public static IEndpointConventionBuilder MapHooklatchManagement(this IEndpointRouteBuilder endpoints, string pattern = "/hooklatch") =>
        Map(endpoints, pattern, hasPage: false);

    private static RouteGroupBuilder Map(IEndpointRouteBuilder endpoints, string pattern, bool hasPage)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        var gate =
            endpoints.ServiceProvider.GetService<Gate>()
            ?? throw new InvalidOperationException("Call builder.AddHooklatch().AddConsole() before mapping the console.");
        var root = pattern.TrimEnd('/');
        if (!endpoints.ServiceProvider.GetRequiredService<ConsoleEndpoints>().TryAdd(endpoints, root))
        {
            throw new InvalidOperationException($"The console is mapped at '{pattern}' already.");
        }

        var group = endpoints.MapGroup(root);
        if (hasPage)
        {
            ConsolePage.Map(group);
        }

        ApiRoutes.Map(group.MapGroup("/api").WithMetadata(ConsolePart.Api));
        // Around whatever an area maps, so that none can be left out.
        ((IEndpointConventionBuilder)group).Finally(endpoint =>
        {
            if (endpoint.RequestDelegate is { } inner)
            {
                endpoint.RequestDelegate = http => gate.InvokeAsync(http, inner);
            }
        });
        return group;
    }
}
