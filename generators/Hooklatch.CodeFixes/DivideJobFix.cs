using System.Composition;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0089: makes one thing of a method that is two.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class DivideJobFix() : HooklatchCodeFix(Descriptors.UnusableJob)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        var kinds = finding
            .Node.FirstAncestorOrSelf<MethodDeclarationSyntax>()
            ?.AttributeLists.SelectMany(list => list.Attributes)
            .Where(attribute =>
                finding.Model.GetTypeInfo(attribute, cancellation).Type is var type
                && (type.Is(Names.Job) || type.Is(Names.Recurring) || type.Is(Names.Webhook))
            )
            .ToArray();
        return kinds is { Length: > 1 } ? kinds.Select(attribute => finding.Remove($"Remove [{attribute.Name}]", attribute)) : [];
    }
}
