using System.Composition;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0050: makes the record, and every type around it, partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MakePartialFix() : HooklatchCodeFix(Descriptors.SecretInText)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        var closed = finding
            .Node.AncestorsAndSelf()
            .OfType<TypeDeclarationSyntax>()
            .Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
            .ToArray();
        if (closed.Length > 0)
        {
            yield return new Fix(
                closed.Length == 1 ? $"Make '{closed[0].Identifier.ValueText}' partial" : "Make the record and the types around it partial",
                () => finding.Document.WithSyntaxRoot(finding.Root.ReplaceNodes(closed, (_, type) => MakePartial(type))).Project.Solution
            );
        }

        SyntaxNode MakePartial(TypeDeclarationSyntax type) =>
            finding.Generator.WithModifiers(type, finding.Generator.GetModifiers(type).WithPartial(true));
    }
}
