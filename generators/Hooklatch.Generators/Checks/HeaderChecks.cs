using System.Text.RegularExpressions;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Checks;

/// <summary>The names of headers in the attributes that describe how a sender is verified.</summary>
internal static class HeaderChecks
{
    private static readonly Regex InTemplate = new("\\{header:([^}]*)\\}", RegexOptions.CultureInvariant);

    /// <summary>Checks the attributes of a class, a handler or an attribute class.</summary>
    public static void Check(ISymbol declaration, Report report, CancellationToken cancellation)
    {
        foreach (var attribute in declaration.GetAttributes().Where(IsOfVerification))
        {
            if (attribute.AttributeClass.Is(Names.RequireHeader))
            {
                CheckName(attribute.Positional<string>(0), attribute.ArgumentLocation(0, cancellation), report);
            }

            foreach (var argument in attribute.NamedArguments)
            {
                if (argument.Value is not { Kind: TypedConstantKind.Primitive, Value: string text })
                {
                    continue;
                }

                var location = attribute.ArgumentLocation(argument.Key, cancellation);
                if (argument.Key.EndsWith("Header", StringComparison.Ordinal))
                {
                    CheckName(text, location, report);
                }
                else
                {
                    foreach (Match name in InTemplate.Matches(text))
                    {
                        CheckName(name.Groups[1].Value, location, report);
                    }
                }
            }
        }
    }

    private static bool IsOfVerification(AttributeData attribute) =>
        attribute.AttributeClass is { } type && (type.Is(Names.SharedToken) || IsSigning(type.ContainingNamespace));

    /// <summary>Asked of every attribute of every type, so it makes no text.</summary>
    private static bool IsSigning(INamespaceSymbol? place) =>
        place is { Name: "Signing", ContainingNamespace: { Name: "Hooklatch", ContainingNamespace.IsGlobalNamespace: true } };

    private static void CheckName(string? name, Location? location, Report report)
    {
        // An empty name is a part that is missing; the scheme's parser tells of it.
        if (!string.IsNullOrEmpty(name) && !HttpHeaderName.IsValid(name!))
        {
            report(Descriptors.InvalidHeaderName, location, Literal.String(name!));
        }
    }
}
