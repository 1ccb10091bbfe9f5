using System.Globalization;
using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.Generators.Configuration;

/// <summary>Reads the value that a class gives its property, as far as it can be read off: a literal, a member of an enumeration, or something empty.</summary>
internal static class ConfigDefault
{
    /// <summary>The value as JSON; <see langword="null"/> where there is none or it takes running the program to know it.</summary>
    public static string? Of(IPropertySymbol property, CancellationToken cancellation) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation)
            is PropertyDeclarationSyntax { Initializer.Value: { } value }
            ? Of(value, property.Type)
            : null;

    private static string? Of(ExpressionSyntax value, ITypeSymbol type) =>
        value switch
        {
            PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax number } minus
                when minus.IsKind(SyntaxKind.UnaryMinusExpression) && OfLiteral(number) is { } json => "-" + json,
            LiteralExpressionSyntax literal => OfLiteral(literal),
            CollectionExpressionSyntax { Elements.Count: 0 } => ConfigValueParser.IsDictionary(type) ? "{}" : "[]",
            BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: null }
                when ConfigValueParser.IsObject(type) => "{}",
            MemberAccessExpressionSyntax member
                when type.TypeKind is TypeKind.Enum && type.GetMembers(member.Name.Identifier.ValueText).Any() => JsonWriter.String(
                member.Name.Identifier.ValueText
            ),
            _ => null,
        };

    private static string? OfLiteral(LiteralExpressionSyntax literal) =>
        literal.Token.Value switch
        {
            string text => JsonWriter.String(text),
            bool flag => flag ? "true" : "false",
            char => null,
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        };
}
