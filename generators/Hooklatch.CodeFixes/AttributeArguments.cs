using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Hooklatch.CodeFixes;

/// <summary>Changes what fixes share of an attribute.</summary>
internal static class AttributeArguments
{
    /// <summary>The attribute with a named argument, in place of one of that name or behind the others.</summary>
    public static AttributeSyntax With(this AttributeSyntax attribute, SyntaxGenerator generator, string name, SyntaxNode value)
    {
        var argument = (AttributeArgumentSyntax)generator.AttributeArgument(name, value);
        var own = attribute.ArgumentList?.Arguments.FirstOrDefault(candidate => candidate.NameEquals?.Name.Identifier.ValueText == name);
        return own is null
            ? attribute.AddArgumentListArguments(argument).WithAdditionalAnnotations(Formatter.Annotation)
            : attribute.ReplaceNode(own, argument.WithTriviaFrom(own));
    }
}
