using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Hosting;

/// <summary>A token in a query string is a secret in a URL, and URLs are logged.</summary>
internal static class QueryTokens
{
    /// <summary>ASP.NET Core logs every request's URL, query included, at Information in this category.</summary>
    private const string RequestLogging = "Microsoft.AspNetCore.Hosting.Diagnostics";

    /// <summary>After everything that configuration and code say, and for each provider that they name: such a rule outweighs one for all.</summary>
    public static void KeepOutOfLogs(IServiceCollection services) =>
        services.PostConfigure<LoggerFilterOptions>(options =>
        {
            var providers = options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToArray();
            foreach (var provider in providers)
            {
                options.Rules.Add(new LoggerFilterRule(provider, RequestLogging, LogLevel.Warning, filter: null));
            }
        });
}
