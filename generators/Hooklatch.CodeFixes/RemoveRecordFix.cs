using System.Composition;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0066 and HL0067: leaves out what records nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class RemoveRecordFix() : HooklatchCodeFix(Descriptors.RecordedAsItArrives, Descriptors.RecordedTwice)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (finding.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { Parent.Parent: AttributeSyntax webhook } argument)
        {
            yield return finding.Replace("Remove Record", webhook, () => webhook.Without(argument));
        }
    }
}
