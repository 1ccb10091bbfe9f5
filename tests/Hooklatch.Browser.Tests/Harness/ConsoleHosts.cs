using System.Text.RegularExpressions;

namespace Hooklatch.Browser.Tests.Harness;

/// <summary>Starts the published sample host with a console.</summary>
internal static partial class ConsoleHosts
{
    /// <param name="published">The sample host.</param>
    /// <param name="scheme"><c>http</c> or <c>https</c>.</param>
    /// <param name="settings">What stands on the command line besides.</param>
    public static async Task<ConsoleHost> StartAsync(PublishedSamples published, string scheme = "http", params string[] settings)
    {
        string[] all =
            scheme == "https" ? [.. ConsoleHost.Settings, .. Certificate.Settings, .. settings] : [.. ConsoleHost.Settings, .. settings];
        return new(await published.StartAsync(all));
    }

    /// <summary>The login link among the lines of a host.</summary>
    public static Uri LinkOf(string output) => new(Link.Match(output).Value);

    [GeneratedRegex("https?://\\S+/hooklatch/#login=[\\w-]+")]
    private static partial Regex Link { get; }
}
