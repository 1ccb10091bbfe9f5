using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Verification;

/// <summary>Reads where a provider names the event of a delivery, and the delivery itself.</summary>
internal static class IdentityParser
{
    private static readonly string[] Places = ["Header", "Query"];
    private static readonly string[] Paths = ["JsonPath", "ActionJsonPath"];

    /// <summary>What cannot work.</summary>
    public static string? Problem(INamedTypeSymbol provider) =>
        ProblemOf(provider.Attribute(Names.EventFrom), "[EventFrom]", "Header, Query and a place in the body (JsonPath, FormField or both)")
        ?? ProblemOf(
            provider.Attribute(Names.DeliveryIdFrom),
            "[DeliveryIdFrom]",
            "Header and a place in the body (JsonPath, FormField or both)"
        );

    public static EventModel? EventOf(INamedTypeSymbol provider) =>
        provider.Attribute(Names.EventFrom) is { } attribute
            ? new EventModel(
                attribute.Named<string>("Header"),
                attribute.Named<string>("Query"),
                BodyValues.PlaceIn(attribute, "JsonPath") is { } path ? BodyValues.Parse("name", path) : null,
                BodyValues.PlaceIn(attribute, "FormField"),
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
        var path = BodyValues.PlaceIn(attribute, "JsonPath") is { } text ? BodyValues.Parse("id", text) : null;
        var field = BodyValues.PlaceIn(attribute, "FormField");
        var isCovered = schemes.Length > 0 && schemes.All(Covers);
        return new DeliveryIdModel(header, path, field, isCovered, attribute.Named<bool>("WithSignedText"));

        bool Covers(SchemeModel scheme) =>
            path is not null || field is not null
                ? (
                    path is null
                    || !scheme.TakesJson
                    || scheme.SignsBody
                    || scheme.BodyValues.Any(value => value.Path?.Path.Text == path.Path.Text)
                )
                    && (
                        field is null
                        || !scheme.TakesForm
                        // Of a form whose payload is signed, no other field is.
                        || (scheme.SignsBody && scheme.PayloadField is null)
                        || scheme.BodyValues.Any(value => value.Field == field)
                    )
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
        var body = BodyValues.PlaceIn(attribute, "JsonPath") ?? BodyValues.PlaceIn(attribute, "FormField");
        return Places.Count(place => !string.IsNullOrEmpty(attribute.Named<string>(place))) + (body is null ? 0 : 1) != 1
                ? $"{name} names not exactly one of {places}"
            : HeaderNames.Problem(attribute.Named<string>("Header")) is { } names ? names
            : malformed is not null ? $"the {malformed} of {name} is malformed, or leads to several values"
            : null;
    }
}
