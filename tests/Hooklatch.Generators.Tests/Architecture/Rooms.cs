using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.Generators.Tests.Architecture;

/// <summary>Reads which rooms of a project use which: a room is a folder, and what it uses is found by the compiler, not by its name.</summary>
internal static class Rooms
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>The files of a project, by their path below it.</summary>
    public static IReadOnlyDictionary<string, string> FilesOf(string project) =>
        Directory
            .EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(project, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
            .ToDictionary(file => file, file => File.ReadAllText(Path.Combine(project, file)));

    /// <summary>The first folder of a file's path; empty for the root.</summary>
    public static string RoomOf(string file) => file.Contains('/', StringComparison.Ordinal) ? file[..file.IndexOf('/')] : "";

    /// <summary>Every use of a type that is declared in another room. What documentation refers to is no use.</summary>
    public static IReadOnlyList<Arrow> ArrowsOf(IReadOnlyDictionary<string, string> files, CancellationToken cancellation)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = files
            .Append(new("Usings.g.cs", Usings))
            .Select(file => CSharpSyntaxTree.ParseText(file.Value, options, file.Key, cancellationToken: cancellation))
            .ToArray();
        var compilation = CSharpCompilation.Create("Rooms", trees, References);
        return [.. trees.SelectMany(tree => ArrowsOf(tree, compilation, cancellation))];
    }

    private static IEnumerable<MetadataReference> References =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Hooklatch", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));

    private static IEnumerable<Arrow> ArrowsOf(SyntaxTree tree, CSharpCompilation compilation, CancellationToken cancellation)
    {
        var model = compilation.GetSemanticModel(tree);
        var from = RoomOf(tree.FilePath);
        foreach (var name in tree.GetRoot(cancellation).DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var info = model.GetSymbolInfo(name, cancellation);
            var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
            if ((symbol as INamedTypeSymbol ?? symbol?.ContainingType) is { } type)
            {
                // A type in several files, such as one that is partial, belongs to the room of the first.
                var declared = type.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath;
                if (declared is not null && RoomOf(declared) is var to && to != from)
                {
                    yield return new Arrow(
                        from,
                        to,
                        tree.FilePath,
                        tree.GetLineSpan(name.Span, cancellation).StartLinePosition.Line + 1,
                        type.Name
                    );
                }
            }
        }
    }
}
