using System.Composition;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Hooklatch.CodeFixes;

/// <summary>HL0064: lets configuration set a property.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AddInitFix() : HooklatchCodeFix(Descriptors.UnsettableConfigProperty)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (finding.Node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { AccessorList: { } accessors } property)
        {
            yield break;
        }

        var setter = accessors.Accessors.FirstOrDefault(accessor =>
            accessor.Keyword.IsKind(SyntaxKind.SetKeyword) || accessor.Keyword.IsKind(SyntaxKind.InitKeyword)
        );
        yield return setter is null
            ? finding.Replace(
                "Add 'init'",
                property,
                () =>
                    property
                        .WithAccessorList(
                            accessors.AddAccessors(
                                SyntaxFactory
                                    .AccessorDeclaration(SyntaxKind.InitAccessorDeclaration)
                                    .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
                            )
                        )
                        .WithAdditionalAnnotations(Formatter.Annotation)
            )
            : finding.Replace(
                $"Let configuration call '{setter.Keyword.ValueText}'",
                setter,
                () => setter.WithModifiers(default).WithLeadingTrivia(setter.GetLeadingTrivia())
            );
    }
}
