using System.Globalization;

namespace Hooklatch.Hosting;

/// <summary>
/// The endpoints that lack a secret, in one line by the settings that they wait for. The line has an end, however many endpoints lack one.
/// </summary>
internal sealed class MissingSecrets
{
    /// <summary>How many endpoints the line names.</summary>
    private const int MaxNamed = 12;

    private readonly List<(string Endpoint, string Settings)> _endpoints = [];

    public int Count => _endpoints.Count;

    /// <param name="endpoint">The path of the endpoint, below its plugin's.</param>
    /// <param name="settings">What it waits for, each with its section.</param>
    public void Add(string endpoint, string settings) => _endpoints.Add((endpoint, settings));

    public override string ToString()
    {
        var named = _endpoints
            .Take(MaxNamed)
            .GroupBy(lacking => lacking.Settings, StringComparer.Ordinal)
            .Select(group => $"{LogText.Safe(group.Key)} ({LogText.Safe(string.Join(", ", group.Select(lacking => lacking.Endpoint)))})");
        return string.Join("; ", named) + (Count > MaxNamed ? More(Count - MaxNamed) : ".");
    }

    private static string More(int count) =>
        $"; and {count.ToString(CultureInfo.InvariantCulture)} more, which "
        + $"--Logging:LogLevel:{nameof(Hooklatch)}.{nameof(Hosting)}.{nameof(KeysReport)}=Debug names.";
}
