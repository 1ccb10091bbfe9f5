using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Hosting;

/// <summary>A token in a query string is a secret in a URL, and URLs are logged.</summary>
internal static class QueryTokens
{
    /// <summary>ASP.NET Core logs every request's URL, query included, at Information in this category.</summary>
    private const string RequestLogging = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public static void KeepOutOfLogs(IServiceCollection services) =>
        services.AddLogging(logging => logging.AddFilter(RequestLogging, LogLevel.Warning));
}
