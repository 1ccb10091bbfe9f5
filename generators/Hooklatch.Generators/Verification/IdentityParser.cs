using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Verification;

/// <summary>Reads where a provider names the event of a delivery, and the delivery itself.</summary>
internal static class IdentityParser
{
    private static readonly string[] Places = ["Header", "Query", "JsonPath"];
    private static readonly string[] Paths = ["JsonPath", "ActionJsonPath"];

    /// <summary>What cannot work.</summary>
    public static string? Problem(INamedTypeSymbol provider) =>
        ProblemOf(provider.Attribute(Names.EventFrom), "[EventFrom]", "Header, Query and JsonPath")
        ?? ProblemOf(provider.Attribute(Names.DeliveryIdFrom), "[DeliveryIdFrom]", "Header and JsonPath");

    public static EventModel? EventOf(INamedTypeSymbol provider) =>
        provider.Attribute(Names.EventFrom) is { } attribute
            ? new EventModel(
                attribute.Named<string>("Header"),
                attribute.Named<string>("Query"),
                attribute.Named<string>("JsonPath") is { } path ? BodyValues.Parse("name", path) : null,
                attribute.Named<string>("ActionJsonPath") is { } action ? BodyValues.Parse("action", action) : null
            )
            : null;

    /// <param name="provider">The class of the attribute.</param>
    /// <param name="schemes">The schemes of which one has to hold; none where nothing is known of what is signed.</param>
    public static DeliveryIdModel? DeliveryIdOf(INamedTypeSymbol provider, SchemeModel[] schemes)
    {
        if (provider.Attribute(Names.DeliveryIdFrom) is not { } attribute)
        {
            return null;
        }

        var header = attribute.Named<string>("Header");
        var path = attribute.Named<string>("JsonPath") is { } text ? BodyValues.Parse("id", text) : null;
        var isCovered = schemes.Length > 0 && schemes.All(Covers);
        return new DeliveryIdModel(header, path, isCovered, attribute.Named<bool>("WithSignedText"));

        bool Covers(SchemeModel scheme) =>
            path is not null
                ? scheme.SignsBody || scheme.BodyValues.Any(value => value.Path.Text == path.Path.Text)
                : scheme.Content.Any(part =>
                    part.Kind is ContentKind.Header && part.Text.Equals(header, StringComparison.OrdinalIgnoreCase)
                );
    }

    private static string? ProblemOf(AttributeData? attribute, string name, string places)
    {
        if (attribute is null)
        {
            return null;
        }

        var malformed = Paths.FirstOrDefault(path => attribute.Named<string>(path) is { } text && BodyValues.Parse("value", text) is null);
        return Places.Count(place => !string.IsNullOrEmpty(attribute.Named<string>(place))) != 1
                ? $"{name} names not exactly one of {places}"
            : HeaderNames.Problem(attribute.Named<string>("Header")) is { } names ? names
            : malformed is not null ? $"the {malformed} of {name} is malformed, or leads to several values"
            : null;
    }
}
