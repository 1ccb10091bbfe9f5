using System.Composition;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0012: makes the handler, and every type around it that is in the way, internal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MakeInternalFix() : HooklatchCodeFix(Descriptors.NotAccessible)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        var hidden = finding
            .Node.AncestorsAndSelf()
            .OfType<MemberDeclarationSyntax>()
            .Where(member => finding.Model.GetDeclaredSymbol(member, cancellation) is { } symbol && symbol.HidesFromGeneratedCode())
            .ToArray();
        if (hidden.Length > 0 && hidden.All(member => CanChange(finding.Model.GetDeclaredSymbol(member, cancellation)!)))
        {
            yield return new Fix(
                hidden.Length == 1 ? $"Make '{NameOf(hidden[0])}' internal" : "Make the handler and its types internal",
                () =>
                    finding.Document.WithSyntaxRoot(finding.Root.ReplaceNodes(hidden, (_, member) => MakeInternal(member))).Project.Solution
            );
        }

        SyntaxNode MakeInternal(MemberDeclarationSyntax member)
        {
            var local = member.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.FileKeyword));
            return local == default
                ? finding.Generator.WithAccessibility(member, Accessibility.Internal)
                : member.ReplaceToken(local, SyntaxFactory.Token(SyntaxKind.InternalKeyword).WithTriviaFrom(local));
        }
    }

    /// <summary>Other declarations, of a base, an interface or another part of the type, would have to change as well.</summary>
    private static bool CanChange(ISymbol symbol) =>
        symbol
            is { IsOverride: false, IsVirtual: false, IsAbstract: false, DeclaringSyntaxReferences.Length: 1 }
                and not IMethodSymbol { ExplicitInterfaceImplementations.Length: > 0 };

    private static string NameOf(MemberDeclarationSyntax member) =>
        member is MethodDeclarationSyntax method ? method.Identifier.ValueText : ((BaseTypeDeclarationSyntax)member).Identifier.ValueText;
}
