using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Hosting;

/// <summary>A token in a query string is a secret in a URL, and URLs are logged.</summary>
internal static class QueryTokens
{
    /// <summary>
    /// Where ASP.NET Core prints URLs with their query: each request at Information, and at Debug the request line that could not be read.
    /// </summary>
    private static readonly (string Category, LogLevel Least)[] PrintsUrls =
    [
        ("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning),
        ("Microsoft.AspNetCore.Server.Kestrel.BadRequests", LogLevel.Information),
    ];

    /// <summary>After everything that configuration and code say, and for each provider that they name: such a rule outweighs one for all.</summary>
    public static void KeepOutOfLogs(IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(TurnDown);

    private static void TurnDown(LoggerFilterOptions options)
    {
        var providers = options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToArray();
        foreach (var provider in providers)
        {
            foreach (var (category, least) in PrintsUrls)
            {
                options.Rules.Add(new LoggerFilterRule(provider, category, least, filter: null));
            }
        }
    }
}
