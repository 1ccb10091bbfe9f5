using System.Composition;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0021: puts a reminder where the reason belongs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AddReasonFix() : HooklatchCodeFix(Descriptors.NoReason)
{
    /// <summary>What an author replaces by a reason.</summary>
    public const string Placeholder = "TODO: say why anyone may call this";

    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (finding.Node is AttributeSyntax { ArgumentList.Arguments: [var reason, ..] })
        {
            yield return finding.Replace(
                "Give a reason",
                reason.Expression,
                () => finding.Generator.LiteralExpression(Placeholder).WithTriviaFrom(reason.Expression)
            );
        }
    }
}
