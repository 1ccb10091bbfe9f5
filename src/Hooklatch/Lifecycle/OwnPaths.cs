using Hooklatch.Endpoints;
using Hooklatch.Http;
using Hooklatch.Plugins;
using Microsoft.Extensions.Configuration;

namespace Hooklatch.Lifecycle;

/// <summary>
/// The paths that a host gives to endpoints besides the ones they have, <c>Plugins:{key}:Paths:{endpoint}</c>, so that URLs which providers know stay as
/// they are. They are read once, when the host is built.
/// </summary>
internal static class OwnPaths
{
    /// <summary>The section of a plugin's configuration that holds them.</summary>
    public const string Section = "Paths";

    /// <summary>Below this path, each plugin has the routes that it maps itself.</summary>
    private const string Routes = "/plugins/";

    /// <summary>Gives the endpoints of all plugins their paths.</summary>
    /// <param name="plugins">The plugins.</param>
    /// <param name="prefix">What the path of every webhook starts with.</param>
    /// <exception cref="InvalidOperationException">A path cannot be used, or two endpoints have one; all of them are named.</exception>
    public static void Give(IEnumerable<PluginState> plugins, string prefix)
    {
        var problems = new List<string>();
        // Two paths of one shape match the same requests, whatever their parameters are called.
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var plugin in plugins)
        {
            var configuration = plugin.Scope.Configuration;
            if (!configuration.At(Section).Exists())
            {
                continue;
            }

            foreach (var webhooks in plugin.Webhooks.GroupBy(webhook => webhook.Template, StringComparer.Ordinal))
            {
                var setting = $"{configuration.Section}:{Section}:{webhooks.Key}";
                var paths = Read(configuration.At($"{Section}:{webhooks.Key}")).Distinct(StringComparer.Ordinal).ToArray();
                foreach (var path in paths)
                {
                    if (ProblemOf(path, webhooks.Key, prefix) is { } problem)
                    {
                        problems.Add($"{setting} {problem}");
                    }
                    else if (!taken.TryAdd(new RouteTemplate(path).Shape, setting))
                    {
                        problems.Add($"{taken[new RouteTemplate(path).Shape]} and {setting} are the same path, '{path}'");
                    }
                }

                foreach (var webhook in webhooks)
                {
                    webhook.OwnPaths = paths;
                }
            }
        }

        if (problems.Count > 0)
        {
            throw new InvalidOperationException($"The host cannot serve the paths that are configured: {string.Join("; ", problems)}.");
        }
    }

    /// <summary>What is wrong with a path on its own, to follow its setting; a path is no secret.</summary>
    internal static string? ProblemOf(string path, string endpoint, string prefix)
    {
        if (path is not ['/', not '/', ..] || path.AsSpan().ContainsAnyExceptInRange('!', '~') || path.AsSpan().ContainsAny("?#*\\"))
        {
            return $"is '{path}', which is no path: it must start with one '/', such as /hooks/stripe, and have no query, wildcard or character that a URL has to encode";
        }

        var segments = path.Split('/');
        if (Array.Exists(segments, segment => segment is "." or ".."))
        {
            return $"is '{path}', which has a segment '.' or '..'";
        }

        string[] parameters = [.. RouteTemplate.ParametersOf(path)];
        if (Array.Exists(segments, segment => segment.AsSpan().ContainsAny('{', '}') && !RouteTemplate.IsParameter(segment)))
        {
            return $"is '{path}', in which a parameter is not a segment of its own";
        }

        if (!parameters.Order(StringComparer.Ordinal).SequenceEqual(RouteTemplate.ParametersOf(endpoint).Order(StringComparer.Ordinal)))
        {
            return $"is '{path}', which must have each parameter of the endpoint once, and no other";
        }

        return (path + "/").StartsWith(prefix + "/", StringComparison.OrdinalIgnoreCase)
                ? $"is '{path}', and what is below {prefix} belongs to the webhooks of the plugins"
            : (path + "/").StartsWith(Routes, StringComparison.OrdinalIgnoreCase)
                ? $"is '{path}', and what is below {Routes} belongs to the routes of the plugins"
            : null;
    }

    /// <summary>One text or an array.</summary>
    private static IEnumerable<string> Read(IConfigurationSection section) =>
        section
            .GetChildren()
            .Select(entry => entry.Value)
            .Prepend(section.Value)
            .OfType<string>()
            .Where(path => !string.IsNullOrWhiteSpace(path));
}
