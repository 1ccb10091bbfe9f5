using System.Collections.Frozen;

namespace Hooklatch.Console.Trials;

/// <summary>
/// The samples of providers: embedded files <c>Samples/{provider}/{event}.json</c>, or <c>.form</c> where the provider sends forms. The provider is written in small
/// letters, without anything but letters and digits, and the event as the provider names it; one with a slash lies in a folder.
/// </summary>
internal static class SampleFiles
{
    private const string Root = "samples/";

#pragma warning disable RS0030 // Its own assembly, and nothing is searched.
    private static readonly FrozenSet<string> Names = typeof(SampleFiles)
        .Assembly.GetManifestResourceNames()
        .Select(name => name.Replace('\\', '/'))
        .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
        .ToFrozenSet(StringComparer.Ordinal);
#pragma warning restore RS0030

    /// <summary>The sample of an event, else the provider's first one.</summary>
    /// <param name="provider">The provider's name for people.</param>
    /// <param name="events">The names of the event, the best first.</param>
    public static SampleFile? Find(string? provider, params ReadOnlySpan<string?> events)
    {
        if (provider is null)
        {
            return null;
        }

        var folder = $"{Root}{string.Concat(provider.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant()}/";
        foreach (var name in events)
        {
            foreach (var suffix in (ReadOnlySpan<string>)[".json", ".form"])
            {
                if (name is not null && Names.Contains(folder + name + suffix))
                {
                    return Read(folder, name + suffix);
                }
            }
        }

        return
            Names.Where(one => one.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).FirstOrDefault() is { } first
            ? Read(folder, first[folder.Length..])
            : null;
    }

    private static SampleFile Read(string folder, string file)
    {
#pragma warning disable RS0030 // As above.
        using var stream = typeof(SampleFiles).Assembly.GetManifestResourceStream(folder + file)!;
#pragma warning restore RS0030
        using var reader = new StreamReader(stream);
        return new SampleFile(file[..^".json".Length], file.EndsWith(".form", StringComparison.Ordinal), reader.ReadToEnd().Trim());
    }
}
