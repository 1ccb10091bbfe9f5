using System.Composition;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0056: calls <c>AddValidation()</c> in the class's <c>[PluginServices]</c> method, or in a new one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AddValidationFix() : HooklatchCodeFix(Descriptors.UncheckedRules)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (finding.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
        {
            yield break;
        }

        var existing = ServicesMethod.In(type, finding.Model, cancellation);
        yield return finding.Replace(
            "Add validation to the plugin's services",
            type,
            () =>
                existing is null
                    ? type.AddMembers(ServicesMethod.New(finding, Call))
                    : type.ReplaceNode(existing, ServicesMethod.Extended(existing, Call))
        );
    }

    private static ExpressionSyntax Call(string services) => SyntaxFactory.ParseExpression($"{services}.AddValidation()");
}
