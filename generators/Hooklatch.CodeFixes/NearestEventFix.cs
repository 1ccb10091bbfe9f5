using System.Composition;
using Hooklatch.Generators.Checks;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hooklatch.CodeFixes;

/// <summary>HL0071: writes the known event that is nearest.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class NearestEventFix() : HooklatchCodeFix(Descriptors.MistypedEvent)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (EventFilter.Of(finding, cancellation) is { } filter && NearestEvent.Of(filter.Text, filter.Known) is { } nearest)
        {
            yield return finding.Replace(
                $"Write {Literal.String(nearest)}",
                finding.Node,
                () => finding.Generator.LiteralExpression(nearest).WithTriviaFrom(finding.Node)
            ) with
            {
                Kind = "nearest",
            };
        }
    }
}
