using System.Globalization;
using System.Text.RegularExpressions;
using Hooklatch.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Analyzers.Tests.Docs;

/// <summary>A page under docs/diagnostics: a heading, a severity, and examples that are wrong and right.</summary>
internal sealed partial record DiagnosticPage(string Id, string Text)
{
    public string Heading => Text.Split('\n')[0];

    /// <summary>The examples of a section: what is examined comes last, after the assemblies that it references.</summary>
    public string[] Examples(string section) => [.. ExamplesIn(Section(section))];

    public bool HasExampleElsewhere => ExamplesIn(Text).Count() != Examples("Wrong").Length + Examples("Right").Length;

    /// <summary>The project that a section's examples make.</summary>
    public PluginProject Project(string section)
    {
        var examples = Examples(section);
        return ProjectOf(examples[^1]) with { References = [.. examples[..^1].Select(example => ProjectOf(example).Build())] };
    }

    /// <summary>Handlers and configuration stand in a plugin, which the page need not repeat; HL0008 is about its absence.</summary>
    private PluginProject ProjectOf(string source) =>
        new(source)
        {
            Language = Version().Match(source) is { Success: true } version
                ? (LanguageVersion)(100 * int.Parse(version.Groups[1].Value, CultureInfo.InvariantCulture))
                : LanguageVersion.CSharp14,
            Name = source.Contains("CreateSlimBuilder", StringComparison.Ordinal) ? "Host" : "Plugin",
            IsHost = source.Contains("CreateSlimBuilder", StringComparison.Ordinal),
            IsPlugin =
                Id != "HL0008"
                && (
                    source.Contains("[Webhook(", StringComparison.Ordinal)
                    || source.Contains("[Job", StringComparison.Ordinal)
                    || source.Contains("[Recurring(", StringComparison.Ordinal)
                    || source.Contains("[Plugin", StringComparison.Ordinal)
                    || source.Contains("IPluginLifecycle", StringComparison.Ordinal)
                ),
        };

    private string Section(string name)
    {
        var start = Text.IndexOf($"\n## {name}\n", StringComparison.Ordinal);
        var end = start < 0 ? -1 : Text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return start < 0 ? "" : Text[start..(end < 0 ? Text.Length : end)];
    }

    private static IEnumerable<string> ExamplesIn(string text) => Fences().Matches(text).Select(match => match.Groups[1].Value);

    /// <summary>What a comment of an example says of its project file.</summary>
    [GeneratedRegex("<LangVersion>([0-9]+)</LangVersion>")]
    private static partial Regex Version();

    [GeneratedRegex(@"^```csharp\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fences();
}
