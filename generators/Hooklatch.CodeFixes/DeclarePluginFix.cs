using System.Composition;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Simplification;

namespace Hooklatch.CodeFixes;

/// <summary>HL0008: makes the assembly a plugin, in a file of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class DeclarePluginFix() : HooklatchCodeFix(Descriptors.NoPlugin)
{
    private const string Declaration = """
        [assembly: global::Hooklatch.Plugin("author", "module")]

        """;

    /// <summary>None: every handler is marked, and one declaration serves them all.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        yield return new Fix("Declare a plugin", Declare);

        Solution Declare()
        {
            var project = finding.Document.Project;
            var isTaken = project.Documents.Any(document => document.Name == "Plugin.cs" && document.Folders.Count == 0);
            var file = SyntaxFactory.ParseCompilationUnit(Declaration).WithAdditionalAnnotations(Simplifier.Annotation);
            return project.AddDocument(isTaken ? "PluginDeclaration.cs" : "Plugin.cs", file).Project.Solution;
        }
    }
}
