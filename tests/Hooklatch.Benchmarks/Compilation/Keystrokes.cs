using System.Diagnostics;
using Hooklatch.Benchmarks.Scale;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Benchmarks.Compilation;

/// <summary>One generator on one project in memory, edited key by key.</summary>
internal sealed class Keystrokes
{
    private static readonly CSharpParseOptions Parsing = new CSharpParseOptions(LanguageVersion.CSharp14).WithFeatures([
        new("InterceptorsNamespaces", "Microsoft.AspNetCore.Http.Generated"),
    ]);

    private readonly SyntaxTree[] _trees;
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;
    private int _keys;

    public Keystrokes(ISourceGenerator generator, IReadOnlyList<string> sources, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        _trees = [.. sources.Select((text, i) => CSharpSyntaxTree.ParseText(text, Parsing, $"File{i}.cs"))];
        _compilation = CSharpCompilation.Create(
            "Sample",
            _trees,
            Sdk.References,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable)
        );
        _driver = CSharpGeneratorDriver.Create([generator], parseOptions: Parsing);
    }

    /// <summary>The first run, as a build makes it.</summary>
    public TimeSpan Cold()
    {
        var elapsed = Run();
        var files = _driver.GetRunResult().Results.Single();
        return files is { Exception: null, GeneratedSources.Length: > 0 }
            ? elapsed
            : throw new InvalidOperationException($"Nothing was generated: {files.Exception}");
    }

    /// <summary>One key at a place in a file in the middle, and what the generator then does before the editor can go on.</summary>
    public TimeSpan Press(string place)
    {
        var at = _trees.Length / 2;
        var text = _trees[at].ToString().Replace(place, $"/* {_keys++} */", StringComparison.Ordinal);
        var edited = CSharpSyntaxTree.ParseText(text, Parsing, _trees[at].FilePath);
        _compilation = _compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees[at], edited);
        return Run();
    }

    private TimeSpan Run()
    {
        var started = Stopwatch.GetTimestamp();
        _driver = _driver.RunGenerators(_compilation);
        return Stopwatch.GetElapsedTime(started);
    }
}
