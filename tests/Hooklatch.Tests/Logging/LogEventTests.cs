using System.Reflection;
using System.Text.RegularExpressions;
using Hooklatch.Http;

namespace Hooklatch.Tests.Logging;

/// <summary>Operators filter by the numbers of events: each is one event, and all stand in one file.</summary>
public sealed partial class LogEventTests
{
    [Fact]
    public void A_number_is_one_event()
    {
        var numbers = typeof(LogEvents).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetRawConstantValue());

        Assert.Equal(numbers.Count(), numbers.Distinct().Count());
    }

    [Fact]
    public void No_event_has_a_number_of_its_own()
    {
        var written = Directory
            .EnumerateFiles(Repository.PathOf("src", "Hooklatch"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Number.Matches(File.ReadAllText(file)).Select(match => $"{file}: {match.Value}"));

        Assert.Empty(written);
        Assert.Matches(Number, "EventId = 30,");
    }

    [GeneratedRegex(@"EventId = \d+")]
    private static partial Regex Number { get; }
}
