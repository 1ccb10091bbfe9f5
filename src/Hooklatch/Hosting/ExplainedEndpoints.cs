using Microsoft.Extensions.Configuration;

namespace Hooklatch.Hosting;

/// <summary>Reads <c>Hooklatch:ExplainRefusals</c>: one key for each endpoint, with the time until which its refusals are explained.</summary>
internal static class ExplainedEndpoints
{
    /// <summary>What can be read of it.</summary>
    public static IReadOnlyDictionary<string, DateTimeOffset> Read(IConfigurationSection section)
    {
        TryRead(section, out var endpoints);
        return endpoints;
    }

    /// <summary>Reads all of it.</summary>
    /// <returns>Whether every entry could be read. An empty one is none.</returns>
    public static bool TryRead(IConfigurationSection section, out IReadOnlyDictionary<string, DateTimeOffset> endpoints)
    {
        var read = new Dictionary<string, DateTimeOffset>(StringComparer.OrdinalIgnoreCase);
        endpoints = read;
        var isWhole = true;
        // The template of an endpoint may hold ':', which divides paths of the configuration.
        foreach (var (endpoint, value) in section.AsEnumerable(makePathsRelative: true))
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                continue;
            }

            if (endpoint.Length > 0 && HostSettings.ParseMoment(value) is { } until)
            {
                read[endpoint] = until;
            }
            else
            {
                isWhole = false;
            }
        }

        return isWhole && string.IsNullOrWhiteSpace(section.Value);
    }
}
