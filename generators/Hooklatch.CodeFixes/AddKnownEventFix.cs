using System.Composition;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Hooklatch.CodeFixes;

/// <summary>HL0072: adds an event that is right to those that are known.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AddKnownEventFix() : HooklatchCodeFix(Descriptors.UnknownEvent)
{
    /// <summary>None: whether an event is right is to be looked up for each.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (EventFilter.Of(finding, cancellation) is { Signature: { } signature } filter && finding.Root is CompilationUnitSyntax file)
        {
            yield return finding.Replace(
                $"Add {Literal.String(filter.Text)} to the known events of [{signature.Name}]",
                file,
                () => file.AddAttributeLists(Added(signature, filter.Text, file))
            );
        }
    }

    private static AttributeListSyntax Added(INamedTypeSymbol signature, string name, CompilationUnitSyntax file)
    {
        var text = $"[assembly: global::Hooklatch.KnownEvent(typeof({signature.ToGlobalName()}), {Literal.String(name)})]\n";
        var list = SyntaxFactory
            .ParseCompilationUnit(text)
            .AttributeLists[0]
            .WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
        // Behind the directives, with a line between.
        return file.Usings.Count > 0 && file.AttributeLists.Count == 0 ? list.WithLeadingTrivia(SyntaxFactory.LineFeed) : list;
    }
}
