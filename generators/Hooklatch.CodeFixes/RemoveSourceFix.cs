using System.Composition;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0014: leaves out the second of two attributes that say where a parameter comes from.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class RemoveSourceFix() : HooklatchCodeFix(Descriptors.AmbiguousParameter)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (finding.Node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute)
        {
            yield return finding.Remove($"Remove [{attribute.Name}]", attribute);
        }
    }
}
