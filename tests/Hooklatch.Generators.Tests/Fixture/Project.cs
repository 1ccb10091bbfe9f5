using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Generators.Tests.Fixture;

/// <summary>A project in memory, compiled as strictly as the SDK can: nullable, documented, implicit usings.</summary>
internal sealed record Project
{
    /// <summary>The key that projects have where it does not matter: <c>dev.sample</c>.</summary>
    public const string Attribute = """[assembly: Plugin("dev", "sample")]""";

    private const string Usings = """
        global using Hooklatch;
        global using Hooklatch.Providers;
        global using System;
        global using System.Collections.Generic;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public string Name { get; init; } = "Sample";

    public OutputKind Kind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public required ImmutableArray<string> Sources { get; init; }

    public ImmutableArray<MetadataReference> References { get; init; } = [];

    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp14;

    /// <summary>A plugin with the key <c>dev.sample</c>.</summary>
    public static Project Plugin(params string[] sources) => Library([Attribute, .. sources]);

    public static Project Library(params string[] sources) => new() { Sources = [.. sources] };

    /// <summary>A project that builds an executable.</summary>
    public static Project Host(params string[] sources) =>
        new()
        {
            Name = "Host",
            Kind = OutputKind.ConsoleApplication,
            Sources = [.. sources],
        };

    public Project With(params MetadataReference[] references) => this with { References = [.. References, .. references] };

    /// <summary>The compilation before any generator has run.</summary>
    public CSharpCompilation Compile() =>
        CSharpCompilation.Create(
            Name,
            Sources.Prepend(Usings).Select((text, i) => Parse(text, $"File{i}.cs", Language)),
            Sdk.References.Concat(References),
            new CSharpCompilationOptions(Kind, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999)
        );

    /// <summary>Runs the generators once.</summary>
    public Generation Generate() => Generation.Of(Compile());

    /// <summary>What another project references: this one as it is built, with all that was generated.</summary>
    public MetadataReference Build() => Generate().Build();

    public static SyntaxTree Parse(string text, string path, LanguageVersion language = LanguageVersion.CSharp14) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(language, DocumentationMode.Diagnose), path);
}
