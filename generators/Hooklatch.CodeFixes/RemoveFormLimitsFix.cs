using System.Composition;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0078: leaves out limits of a form that nobody takes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class RemoveFormLimitsFix() : HooklatchCodeFix(Descriptors.LimitsWithoutForm)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (finding.Node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute)
        {
            yield return finding.Remove("Remove [FormLimits]", attribute);
        }
    }
}
