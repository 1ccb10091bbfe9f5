using System.Composition;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0080, HL0087: leaves out what holds for queues alone, or for deliveries.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class RemoveQueueSettingFix() : HooklatchCodeFix(Descriptors.OrderOfJobs, Descriptors.QueueSettingInline)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (finding.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { Parent.Parent: AttributeSyntax webhook } argument)
        {
            yield return finding.Replace($"Remove {argument.NameEquals?.Name}", webhook, () => webhook.Without(argument));
        }
        else if (finding.Node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute)
        {
            yield return finding.Remove($"Remove [{attribute.Name}]", attribute);
        }
    }
}
