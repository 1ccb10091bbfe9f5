using System.Composition;
using Hooklatch.Generators.Checks;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Hooklatch.CodeFixes;

/// <summary>HL0070: writes the event without what it does not contain, and each of several events in an attribute of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class SeparateEventsFix() : HooklatchCodeFix(Descriptors.NoEvent)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (EventFilter.Of(finding, cancellation) is not { } filter)
        {
            yield break;
        }

        var meant = EventSpelling.Meant(filter.Text, filter.Known);
        if (meant.Length == 1)
        {
            yield return finding.Replace($"Write {Literal.String(meant[0])}", finding.Node, () => Written(meant[0])) with
            {
                Kind = "clean",
            };
        }
        else if (meant.Length > 1 && filter.Attribute.Parent is AttributeListSyntax list)
        {
            yield return finding.Replace(
                $"Write an [OnEvent] for each of {string.Join(", ", meant.Select(Literal.String))}",
                list,
                () =>
                    list.WithAttributes(
                            list.Attributes.ReplaceRange(
                                filter.Attribute,
                                meant.Select(name => filter.Attribute.ReplaceNode(finding.Node, Written(name)))
                            )
                        )
                        .WithAdditionalAnnotations(Formatter.Annotation)
            );
        }

        SyntaxNode Written(string name) => finding.Generator.LiteralExpression(name).WithTriviaFrom(finding.Node);
    }
}
