using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Verification;

/// <summary>Reads where the signed timestamp of a scheme is.</summary>
internal static class TimestampParser
{
    private static readonly string[] Units = ["Seconds", "Milliseconds", "Iso8601", "SecondsOrIso8601"];

    /// <param name="parts">What the class says.</param>
    /// <param name="field">The field that holds the scheme's signature, if it has one.</param>
    /// <param name="values">Receives a timestamp that stands in the body.</param>
    public static Result Parse(SignatureParts parts, FieldModel? field, BodyValues values)
    {
        if (parts.Timestamp is not { } attribute)
        {
            return new Result(null, null);
        }

        string?[] places =
        [
            attribute.Named<string>("Header"),
            attribute.Named<string>("Field"),
            attribute.Named<string>("JsonPath"),
            parts.TimestampProperty,
        ];
        var path = places[2];
        var number = string.IsNullOrEmpty(path) ? -1 : values.NumberOf(path!);
        var past = parts.OwnTolerance > 0 ? parts.OwnTolerance : attribute.Named<int>("ToleranceSeconds");
        var future =
            parts.OwnTolerance > 0 ? parts.OwnTolerance
            : attribute.NamedArguments.Any(argument => argument.Key == "FutureToleranceSeconds" && argument.Value.Value is not -1)
                ? attribute.Named<int>("FutureToleranceSeconds")
            : past;
        var isInHeader = string.IsNullOrEmpty(places[1]) && string.IsNullOrEmpty(path);
        var unit = Units.ElementAtOrDefault(attribute.Named<int>("Unit"));
        var problem =
            places.Count(place => !string.IsNullOrEmpty(place)) != 1
                ? "[TimestampFrom] names not exactly one of Header, Field and JsonPath"
            : unit is null ? "the unit of its timestamp is none of TimeUnit"
            : past < 0 || future < 0 ? "a negative tolerance rejects everything; set ToleranceSeconds"
            : !string.IsNullOrEmpty(places[1]) && field is null
                ? "its timestamp is a field of the signature's header, but the signature is not; set Field"
            : !string.IsNullOrEmpty(path) && number < 0 ? "the JSON path of its timestamp is malformed"
            : HeaderNames.Problem(parts.TimestampHeader);
        return problem is null
            ? new Result(new TimestampModel(isInHeader ? parts.TimestampHeader ?? "" : null, places[1], number, unit!, past, future), null)
            : new Result(null, problem);
    }

    /// <summary>The timestamp, or why there is none.</summary>
    internal readonly record struct Result(TimestampModel? Timestamp, string? Problem);
}
