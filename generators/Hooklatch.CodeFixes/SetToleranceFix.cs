using System.Composition;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0029: allows five minutes, what most providers advise.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class SetToleranceFix() : HooklatchCodeFix(Descriptors.NoTolerance)
{
    private const string Argument = "ToleranceSeconds";
    private const int Seconds = 300;

    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (finding.Node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
        {
            yield break;
        }

        var own = attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == Argument);
        var generator = finding.Generator;
        if (own is null)
        {
            yield return finding.Replace(
                "Allow five minutes",
                attribute,
                () => attribute.With(generator, Argument, generator.LiteralExpression(Seconds))
            );
        }
        else if (finding.Model.GetConstantValue(own.Expression, cancellation) is { Value: < 1 })
        {
            yield return finding.Replace(
                "Allow five minutes",
                own.Expression,
                () => generator.LiteralExpression(Seconds).WithTriviaFrom(own.Expression)
            );
        }
        else
        {
            yield return finding.Replace(
                "Remove the tolerance",
                attribute.ArgumentList!,
                () => attribute.ArgumentList!.RemoveNode(own, SyntaxRemoveOptions.KeepNoTrivia)!
            );
        }
    }
}
