using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.FromJson;

/// <summary>Collects the names of an enum: those declared, then those that attributes give its members.</summary>
internal static class JsonEnumParser
{
    public static JsonEnumModel Parse(INamedTypeSymbol type)
    {
        var typeName = type.ToAnnotatedName();
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).ToList();
        var declared = members.Select(member => Name(member.Name, member));
        var given = members.SelectMany(member => GivenNames(member).Select(name => Name(name, member)));
        var names = declared.Concat(given).GroupBy(name => name.Text, StringComparer.Ordinal).Select(group => group.First());
        return new JsonEnumModel(
            typeName,
            type.Name,
            type.EnumUnderlyingType!.SpecialType.ToString().Replace("System_", ""),
            names.ToEquatableArray()
        );

        JsonEnumName Name(string text, IFieldSymbol member) => new(text, $"{typeName}.{Identifier.Escape(member.Name)}");
    }

    private static IEnumerable<string> GivenNames(IFieldSymbol member) =>
        from attribute in member.GetAttributes()
        let name = attribute.AttributeClass?.ToDisplayString() switch
        {
            "System.Runtime.Serialization.EnumMemberAttribute" => attribute
                .NamedArguments.FirstOrDefault(argument => argument.Key == "Value")
                .Value.Value,
            "System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute" => attribute.ConstructorArguments[0].Value,
            _ => null,
        }
        where name is string text && Utf8Text.IsWellFormed(text)
        select (string)name;
}
