using System.Collections.Immutable;
using System.Text;
using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Hooklatch.Generators.Tests.Fixture;

/// <summary>One run of Hooklatch's generator beside System.Text.Json's, and what came of it.</summary>
internal sealed class Generation
{
    private readonly GeneratorDriver _driver;
    private readonly Compilation _output;

    private Generation(GeneratorDriver driver, Compilation input)
    {
        Input = input;
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out _output, out _);
        Hooklatch = _driver.GetRunResult().Results[0];
        Assert.All(_driver.GetRunResult().Results, result => Assert.Null(result.Exception));
    }

    /// <summary>The project as its author wrote it.</summary>
    public Compilation Input { get; }

    public GeneratorRunResult Hooklatch { get; }

    /// <summary>The texts of the generated files by hint name.</summary>
    public ImmutableSortedDictionary<string, string> Files =>
        Hooklatch.GeneratedSources.ToImmutableSortedDictionary(
            source => source.HintName,
            source => source.SourceText.ToString(),
            StringComparer.Ordinal
        );

    public string this[string hintName] => Files[hintName];

    public static Generation Of(Compilation compilation)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new HooklatchGenerator().AsSourceGenerator(), Sdk.JsonGenerator()],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)
        );
        return new Generation(driver, compilation);
    }

    /// <summary>The errors and warnings in the files that Hooklatch generated.</summary>
    public IEnumerable<Diagnostic> ComplaintsOfOurs
    {
        get
        {
            var ours = Hooklatch.GeneratedSources.Select(source => source.SyntaxTree.FilePath).ToHashSet();
            return WithWarningsOfFlow(_output)
                .GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(diagnostic => IsComplaint(diagnostic) && ours.Contains(diagnostic.Location.SourceTree?.FilePath ?? ""));
        }
    }

    /// <summary>The next run, as an editor starts it after a change.</summary>
    public Generation After(Func<Compilation, Compilation> edit) => new(_driver, edit(Input));

    /// <summary>Everything compiles without an error or a warning.</summary>
    public Generation ShouldCompile()
    {
        Build();
        return this;
    }

    public MetadataReference Build()
    {
        using var image = new MemoryStream();
        var complaints = WithWarningsOfFlow(_output).Emit(image).Diagnostics.Where(IsComplaint).Select(Describe);
        Assert.True(!complaints.Any(), string.Join("\n", complaints));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>What is generated leaves them to this test.</summary>
    private static Compilation WithWarningsOfFlow(Compilation output)
    {
        const string Annotations = "#nullable enable annotations\n#nullable disable warnings\n";
        foreach (var tree in output.SyntaxTrees)
        {
            var text = tree.ToString();
            if (tree.FilePath.Contains(GeneratedFile.Generator, StringComparison.Ordinal))
            {
                Assert.Contains(Annotations, text, StringComparison.Ordinal);
                var strict = text.Replace(Annotations, "#nullable enable\n", StringComparison.Ordinal);
                output = output.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(strict, Encoding.UTF8)));
            }
        }

        return output;
    }

    /// <summary>Authors of test sources document nothing, and are forgiven.</summary>
    private bool IsComplaint(Diagnostic diagnostic) =>
        diagnostic.Severity >= DiagnosticSeverity.Warning
        && !(diagnostic.Id == "CS1591" && Input.SyntaxTrees.Contains(diagnostic.Location.SourceTree));

    public static string Describe(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line];
        return $"{diagnostic}\n    {line?.ToString().Trim()}";
    }
}
