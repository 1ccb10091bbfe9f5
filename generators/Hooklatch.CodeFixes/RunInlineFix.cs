using System.Composition;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0085 and HL0086: lets a handler run while its sender waits.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class RunInlineFix() : HooklatchCodeFix(Descriptors.QueuedParameter, Descriptors.QueuedResult)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        var mode = finding
            .Node.AncestorsAndSelf()
            .OfType<MemberDeclarationSyntax>()
            .SelectMany(member => member.AttributeLists)
            .SelectMany(list => list.Attributes)
            .SelectMany(attribute => attribute.ArgumentList?.Arguments ?? default)
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Mode");
        if (mode is { Parent.Parent: AttributeSyntax webhook })
        {
            yield return finding.Replace("Run it while the sender waits", webhook, () => webhook.Without(mode));
        }
    }
}
