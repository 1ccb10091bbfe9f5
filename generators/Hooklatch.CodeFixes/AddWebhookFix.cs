using System.Composition;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0063: makes the method a handler, or leaves out what verifies nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AddWebhookFix() : HooklatchCodeFix(Descriptors.VerificationWithoutHandler)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (finding.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && HandlerAttribute.Add(finding, method) is { } add)
        {
            yield return add;
        }

        if (finding.Node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute)
        {
            yield return finding.Remove($"Remove [{attribute.Name}]", attribute);
        }
    }
}
