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

    /// <summary>Every use of a type that is declared in another room, and every import of another room's namespace.</summary>
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
            // Of namespaces, those count that are imported: a name that is written in full ends with its type.
            if (symbol is INamespaceSymbol && !IsImported(name))
            {
                continue;
            }

            if (RoomOf(symbol) is var (to, what) && to != from)
            {
                yield return new Arrow(from, to, tree.FilePath, tree.GetLineSpan(name.Span, cancellation).StartLinePosition.Line + 1, what);
            }
        }
    }

    private static bool IsImported(SimpleNameSyntax name) =>
        name.Parent is UsingDirectiveSyntax
        || (name.Parent is QualifiedNameSyntax { Parent: UsingDirectiveSyntax } qualified && qualified.Right == name);

    /// <summary>The room that a name leads to; <see langword="null"/> for what the project does not declare.</summary>
    private static (string Room, string What)? RoomOf(ISymbol? symbol) =>
        // A namespace that others declare types in, too, as that of extensions, is no room.
        symbol is INamespaceSymbol { ConstituentNamespaces.Length: 1 } space
            // That of most of its types: the root holds one that stands beside what it is made of.
            ? space
                .GetTypeMembers()
                .SelectMany(type => type.DeclaringSyntaxReferences)
                .GroupBy(type => RoomOf(type.SyntaxTree.FilePath))
                .OrderByDescending(room => room.Count())
                .Select(room => ((string, string)?)(room.Key, space.ToDisplayString()))
                .FirstOrDefault()
        // A type in several files, such as one that is partial, belongs to the room of the first.
        : (symbol as INamedTypeSymbol ?? symbol?.ContainingType) is { } type
        && type.OriginalDefinition.DeclaringSyntaxReferences is [var first, ..]
            ? (RoomOf(first.SyntaxTree.FilePath), type.Name)
        : null;
}
