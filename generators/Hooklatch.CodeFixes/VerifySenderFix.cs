using System.Composition;
using Hooklatch.Generators.Checks;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0004: verifies a shared token where the plugin has a secret, or states that nothing is verified.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class VerifySenderFix() : HooklatchCodeFix(Descriptors.NotVerified)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (finding.Node is not MethodDeclarationSyntax method)
        {
            yield break;
        }

        var generator = finding.Generator;
        if (SecretChecks.Candidates(finding.Index).FirstOrDefault() is { } secret)
        {
            yield return finding.Replace("Verify a shared token", method, () => generator.AddAttributes(method, SharedToken(secret)));
        }

        yield return finding.Replace("State that anyone may call it", method, () => generator.AddAttributes(method, Unverified()));

        SyntaxNode SharedToken(IPropertySymbol secret) =>
            generator.Attribute(
                finding.TypeName(Names.SharedToken),
                [
                    generator.AttributeArgument("Header", generator.LiteralExpression("X-Webhook-Token")),
                    generator.AttributeArgument("Secret", finding.NameOf(secret)),
                ]
            );

        SyntaxNode Unverified() =>
            generator.Attribute(finding.TypeName(Names.Unverified), [generator.LiteralExpression(AddReasonFix.Placeholder)]);
    }
}
