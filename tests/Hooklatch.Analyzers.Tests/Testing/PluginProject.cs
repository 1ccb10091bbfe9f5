using System.Collections.Immutable;
using Hooklatch.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooklatch.Analyzers.Tests.Testing;

/// <summary>A plugin or host as the SDK would compile it: implicit usings, ASP.NET Core, Hooklatch and both generators.</summary>
internal sealed record PluginProject(string Source)
{
    public const string FileName = "Hooks.cs";

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Hooklatch;
        global using Hooklatch.Providers;
        """;

    /// <summary>What Microsoft.NET.Sdk.Web adds, as far as hosts in docs use it.</summary>
    private const string HostUsings = "\nglobal using Microsoft.AspNetCore.Http;\nglobal using Microsoft.Extensions.DependencyInjection;";

    private const string Plugin = """[assembly: Plugin("dev", "sample")]""";

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14);

    public static ImmutableArray<MetadataReference> Framework { get; } =
    [.. Sdk.References, Beside("Hooklatch.Sessions.dll"), Beside("Hooklatch.Testing.dll")];

    /// <summary>The store on PostgreSQL, for examples that use it.</summary>
    public static ImmutableArray<MetadataReference> Postgres { get; } =
    [Beside("Hooklatch.Postgres.dll"), Beside("Hooklatch.Inbox.dll"), Beside("Npgsql.dll")];

    /// <summary>The console, for examples that map it.</summary>
    public static ImmutableArray<MetadataReference> Console { get; } = [Beside("Hooklatch.Console.dll")];

    private static readonly ISourceGenerator[] Generators = [new HooklatchGenerator().AsSourceGenerator(), Sdk.JsonGenerator()];

    public string Name { get; init; } = "Sample";

    /// <summary>Whether a file with <c>[assembly: Plugin]</c> is added. A source that brings its own needs none.</summary>
    public bool IsPlugin { get; init; } = true;

    public bool IsHost { get; init; }

    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp14;

    public ImmutableArray<MetadataReference> References { get; init; } = [];

    /// <summary>Files besides the source.</summary>
    public ImmutableArray<string> More { get; init; } = [];

    public IEnumerable<(string Name, string Text)> Files
    {
        get
        {
            yield return ("Usings.cs", IsHost ? ImplicitUsings + HostUsings : ImplicitUsings);
            if (IsPlugin && !Source.Contains("assembly: Plugin(", StringComparison.Ordinal))
            {
                yield return ("Plugin.cs", Plugin);
            }

            yield return (FileName, Source);
            foreach (var (i, text) in More.Index())
            {
                yield return ($"More{i}.cs", text);
            }
        }
    }

    public CSharpCompilationOptions Options =>
        new(
            IsHost ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable
        );

    /// <summary>Generates and compiles.</summary>
    public (Compilation Compilation, GeneratorDriverRunResult Generated) Compile()
    {
        var options = ParseOptions.WithLanguageVersion(Language);
        var trees = Files.Select(file => CSharpSyntaxTree.ParseText(file.Text, options, file.Name));
        var driver = CSharpGeneratorDriver
            .Create(Generators, parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(
                CSharpCompilation.Create(Name, trees, [.. Framework, .. References], Options),
                out var compilation,
                out _
            );
        return (compilation, driver.GetRunResult());
    }

    /// <summary>The built assembly, for a project that references it.</summary>
    public MetadataReference Build()
    {
        using var image = new MemoryStream();
        var result = Compile().Compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>What our analyzer says.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation) =>
        await compilation.WithAnalyzers([new HooklatchAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

    private static PortableExecutableReference Beside(string file) =>
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, file));
}
