using System.Text.RegularExpressions;
using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Validation;

/// <summary>Tells by which name a sender knows a property.</summary>
internal static class MemberNames
{
    private static readonly string[] Sources = [Names.FromForm, Names.FromHeader, Names.FromQuery, Names.FromRoute];

    /// <summary>The name that an attribute gives.</summary>
    public static string? Given(IEnumerable<AttributeData> attributes, ValueSource source) =>
        attributes
            .Select(attribute =>
                source is ValueSource.Json
                    ? attribute.AttributeClass.Is("System.Text.Json.Serialization.JsonPropertyNameAttribute")
                        ? attribute.Positional<string>(0)
                        : null
                    : Sources.Any(attribute.AttributeClass.Is)
                        ? attribute.Named<string>("Name")
                        : null
            )
            .FirstOrDefault(name => name is not null);

    /// <summary>The name that the policies of System.Text.Json make of a property's.</summary>
    public static string Apply(NamePolicy policy, string name) =>
        policy switch
        {
            NamePolicy.AsDeclared => name,
            NamePolicy.CamelCase => CamelCase(name),
            NamePolicy.SnakeCaseLower => Separated(name, '_').ToLowerInvariant(),
            NamePolicy.SnakeCaseUpper => Separated(name, '_').ToUpperInvariant(),
            NamePolicy.KebabCaseLower => Separated(name, '-').ToLowerInvariant(),
            _ => Separated(name, '-').ToUpperInvariant(),
        };

    /// <summary>Lowers the leading capitals but the one that begins the next word: <c>IOStream</c> becomes <c>ioStream</c>.</summary>
    private static string CamelCase(string name)
    {
        var capitals = name.TakeWhile(char.IsUpper).Count();
        var lowered = capitals <= 1 || capitals == name.Length ? capitals : capitals - 1;
        return name.Substring(0, lowered).ToLowerInvariant() + name.Substring(lowered);
    }

    private static string Separated(string name, char separator) =>
        Regex.Replace(name, @"(?<=[\p{Ll}\p{Nd}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})", separator.ToString());
}
