using System.Text.RegularExpressions;

namespace Hooklatch.Generators.Tests.Architecture;

/// <summary>docs/architecture.md lists the rooms in the order of their floors.</summary>
public sealed partial class FloorTableTests
{
    [Fact]
    public void The_page_lists_the_rooms_of_the_core_in_their_order() =>
        Assert.Equal(Floors.Core.Select(room => room.Length == 0 ? "(root)" : room), RoomsOf(CoreRow()));

    [Fact]
    public void The_page_lists_the_rooms_of_the_generator_in_their_order() =>
        Assert.Equal(Floors.Generator.Select(room => room.Length == 0 ? "(root)" : room), RoomsOf(GeneratorRow()));

    private static IEnumerable<string> RoomsOf(Regex row) =>
        File.ReadLines(Repository.PathOf("docs", "architecture.md"))
            .Select(line => row.Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups["room"].Value);

    [GeneratedRegex(@"^\| `?(?<room>\(root\)|[A-Z]\w+)(/\{Provider\})?`? \|")]
    private static partial Regex CoreRow();

    [GeneratedRegex(@"^\| `generators/Hooklatch\.Generators(/(?<room>\w+)`|` (?<room>\(root\))) \|")]
    private static partial Regex GeneratorRow();
}
