using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.Generators.Common;

/// <summary>Where in the source a mistake stands: at the argument, the element or the type rather than the whole declaration.</summary>
internal static class Places
{
    public static Location? Location(this ISymbol symbol) => symbol.Locations.FirstOrDefault();

    public static Location? Location(this AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation();

    /// <summary>The place of a constructor's argument, else of the whole attribute.</summary>
    public static Location? ArgumentLocation(this AttributeData attribute, int index, CancellationToken cancellation)
    {
        var name = attribute.AttributeConstructor?.Parameters.ElementAtOrDefault(index)?.Name;
        var arguments = attribute.Arguments(cancellation).Where(argument => argument.NameEquals is null).ToArray();
        var argument =
            arguments.FirstOrDefault(candidate => candidate.NameColon is { } colon && colon.Name.Identifier.ValueText == name)
            ?? arguments.Where(candidate => candidate.NameColon is null).ElementAtOrDefault(index);
        return argument?.Expression.GetLocation() ?? attribute.Location(cancellation);
    }

    /// <summary>The place of a named argument, else of the whole attribute.</summary>
    public static Location? ArgumentLocation(this AttributeData attribute, string name, CancellationToken cancellation) =>
        attribute.Argument(name, cancellation)?.GetLocation() ?? attribute.Location(cancellation);

    /// <summary>The place of one element of a named argument that is an array, else of the argument.</summary>
    public static Location? ElementLocation(this AttributeData attribute, string name, int index, CancellationToken cancellation)
    {
        IEnumerable<SyntaxNode>? elements = attribute.Argument(name, cancellation) switch
        {
            CollectionExpressionSyntax collection => collection.Elements,
            ArrayCreationExpressionSyntax array => array.Initializer?.Expressions,
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
            _ => null,
        };
        return elements?.ElementAtOrDefault(index)?.GetLocation() ?? attribute.ArgumentLocation(name, cancellation);
    }

    /// <summary>What the author wrote for a named argument.</summary>
    public static ExpressionSyntax? Argument(this AttributeData attribute, string name, CancellationToken cancellation) =>
        attribute.Arguments(cancellation).FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;

    /// <summary>The place of a method's return type.</summary>
    public static Location? ReturnTypeLocation(this IMethodSymbol method, CancellationToken cancellation) =>
        method.ReturnType(cancellation)?.GetLocation() ?? method.Location();

    /// <summary>The place of what a handler answers with: <c>T</c> in <c>Task&lt;T&gt;</c> and, with a status, in <c>Task&lt;(T, int)&gt;</c>.</summary>
    public static Location? ResultLocation(this IMethodSymbol method, bool hasStatus, CancellationToken cancellation)
    {
        var type = method.ReturnType(cancellation);
        var name = type is QualifiedNameSyntax qualified ? qualified.Right : type;
        var value = name is GenericNameSyntax { TypeArgumentList.Arguments: [var argument] } ? argument : type;
        var body = hasStatus && value is TupleTypeSyntax { Elements: [var first, ..] } ? first.Type : value;
        return body?.GetLocation() ?? method.Location();
    }

    /// <summary>Whether every declaration of a type is partial.</summary>
    public static bool IsPartial(this INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax(cancellation) is TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(modifier => modifier.ValueText == "partial")
        );

    /// <summary>The place of a parameter's or a property's type.</summary>
    public static Location? TypeLocation(this ISymbol symbol, CancellationToken cancellation) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) switch
        {
            ParameterSyntax { Type: { } type } => type.GetLocation(),
            PropertyDeclarationSyntax property => property.Type.GetLocation(),
            _ => symbol.Location(),
        };

    private static TypeSyntax? ReturnType(this IMethodSymbol method, CancellationToken cancellation) =>
        (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as MethodDeclarationSyntax)?.ReturnType;

    private static SeparatedSyntaxList<AttributeArgumentSyntax> Arguments(this AttributeData attribute, CancellationToken cancellation) =>
        (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax)?.ArgumentList?.Arguments ?? default;
}
