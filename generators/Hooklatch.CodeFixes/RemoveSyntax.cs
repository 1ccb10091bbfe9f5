using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Hooklatch.CodeFixes;

/// <summary>Leaves out attributes and their arguments.</summary>
internal static class RemoveSyntax
{
    /// <summary>The attribute without one of its arguments.</summary>
    public static AttributeSyntax Without(this AttributeSyntax attribute, AttributeArgumentSyntax argument)
    {
        var arguments = attribute.ArgumentList!.Arguments.Remove(
            attribute.ArgumentList.Arguments.First(one => one.IsEquivalentTo(argument))
        );
        return attribute
            .WithArgumentList(arguments.Count == 0 ? null : attribute.ArgumentList.WithArguments(arguments))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>A fix that leaves out an attribute, with its brackets where it stands in them alone.</summary>
    public static Fix Remove(this Finding finding, string title, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count == 1 && list.Parent is { } declaration && declaration.GetFirstToken() == list.GetFirstToken())
        {
            // What stood before the attribute stands before what follows it, which has an indentation of its own.
            return finding.Replace(
                title,
                declaration,
                () => declaration.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)!.WithLeadingTrivia(declaration.GetLeadingTrivia())
            );
        }

        return list.Attributes.Count > 1
            ? finding.Replace(title, list, () => list.WithAttributes(list.Attributes.Remove(attribute)))
            : new Fix(
                title,
                () =>
                    finding.Document.WithSyntaxRoot(finding.Root.RemoveNode(list, SyntaxRemoveOptions.KeepLeadingTrivia)!).Project.Solution
            );
    }
}
