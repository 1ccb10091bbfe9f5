using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Tests.Fixture;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Tests.EveryAuthor;

/// <summary>
/// Asks a parser about thousands of declarations at once. Those that it takes can then be compiled together; of each of the others it must have said what is
/// wrong.
/// </summary>
internal static class Probe
{
    /// <param name="declarations">Each with a type called <c>{Name}</c>.</param>
    /// <param name="parse">Reads that type; it tells the reporter why it cannot.</param>
    /// <returns>What was read of each declaration; <see langword="null"/> where it was refused.</returns>
    public static T?[] Read<T>(IEnumerable<string> declarations, Func<INamedTypeSymbol, Report, T?> parse)
        where T : class
    {
        string[] sources = [.. declarations.Select((declaration, i) => declaration.Replace("{Name}", $"C{i}", StringComparison.Ordinal))];
        var compilation = Project
            .Plugin(Check.Usings + DeclaredType.Sources, $"{Check.Usings}namespace Probes;\n{string.Join("\n", sources)}")
            .Compile();
        Assert.DoesNotContain(
            compilation.GetDiagnostics(TestContext.Current.CancellationToken),
            diagnostic => diagnostic.Severity is DiagnosticSeverity.Error && diagnostic.Id is not ("CS8795" or "CS9248")
        );
        return [.. sources.Select((source, i) => Read(compilation.GetTypeByMetadataName($"Probes.C{i}")!, source, parse))];
    }

    private static T? Read<T>(INamedTypeSymbol type, string source, Func<INamedTypeSymbol, Report, T?> parse)
        where T : class
    {
        var errors = new List<string>();
        var read = parse(
            type,
            (rule, _, _) => errors.AddRange(rule.DefaultSeverity is DiagnosticSeverity.Error ? [rule.Id] : Array.Empty<string>())
        );
        Assert.True(
            (read is null) == (errors.Count > 0),
            $"{(read is null ? "Refused without a word" : $"Taken in spite of {string.Join(", ", errors)}")}: {source}"
        );
        return read;
    }
}
