using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Verification;

/// <summary>Reads the headers that a provider demands of every answer.</summary>
internal static class ReplyHeaderParser
{
    private const string TokenCharacters = "!#$%&'*+-.^_`|~";

    /// <summary>Headers that say how long an answer is, where it ends and what it is: the server's own to write.</summary>
    private static readonly string[] OwnHeaders = ["Content-Length", "Transfer-Encoding", "Content-Type", "Connection", "Content-Encoding"];

    /// <param name="use">The attribute as it stands on a handler or its class. A header whose place it does not name is left out.</param>
    public static EquatableArray<ReplyHeaderModel> Parse(AttributeData use) =>
        Declared(use.AttributeClass!)
            .Select(header => new ReplyHeaderModel(
                header.Positional<string>(0) ?? "",
                header.Positional<string>(1) ?? "",
                header.Named<string>("ValueProperty") is { } property ? use.Named<string>(property) ?? "" : null
            ))
            .Where(header => header.ValuePath != "")
            .ToEquatableArray();

    /// <summary>The properties that name places of values.</summary>
    public static IEnumerable<string> PropertiesOf(INamedTypeSymbol provider) =>
        Declared(provider).Select(header => header.Named<string>("ValueProperty")).OfType<string>();

    /// <summary>What cannot work.</summary>
    public static string? Problem(INamedTypeSymbol provider) =>
        Declared(provider).Select(header => Problem(provider, header)).FirstOrDefault(problem => problem is not null);

    private static string? Problem(INamedTypeSymbol provider, AttributeData header)
    {
        var name = header.Positional<string>(0) ?? "";
        var value = header.Positional<string>(1) ?? "";
        var property = header.Named<string>("ValueProperty");
        return name.Length == 0 || !name.All(IsTokenCharacter) ? "the name of its [ReplyHeader] is no name of a header"
            : OwnHeaders.Contains(name, StringComparer.OrdinalIgnoreCase) ? $"its [ReplyHeader] is '{name}', which the server writes itself"
            : (value.Length == 0) == (property is null) ? "its [ReplyHeader] has not exactly one of a value and a ValueProperty"
            : value.Any(c => c is < ' ' or > '~') ? "the value of its [ReplyHeader] is no printable ASCII"
            : property is not null && !provider.HasTextProperty(property)
                ? $"the ValueProperty of its [ReplyHeader] names '{property}', which is no string property of the attribute"
            : null;
    }

    private static IEnumerable<AttributeData> Declared(INamedTypeSymbol provider) =>
        provider.GetAttributes().Where(attribute => attribute.AttributeClass.Is(Names.ReplyHeader));

    private static bool IsTokenCharacter(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || TokenCharacters.IndexOf(c) >= 0;
}
