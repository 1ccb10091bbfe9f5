using Microsoft.Extensions.Configuration;

namespace Hooklatch.TestKit.Hosting;

/// <summary>Settings in memory that change while the host runs, as a reloaded file does.</summary>
internal sealed class LiveConfiguration : ConfigurationProvider, IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <summary>Sets some settings, removes those whose value is null, and tells the host once.</summary>
    public void Change(params IEnumerable<(string Path, string? Value)> settings)
    {
        // Replaced as a whole: requests read it meanwhile.
        var changed = new Dictionary<string, string?>(Data, StringComparer.OrdinalIgnoreCase);
        foreach (var (path, value) in settings)
        {
            if (value is null)
            {
                changed.Remove(path);
            }
            else
            {
                changed[path] = value;
            }
        }

        Data = changed;
        OnReload();
    }
}
