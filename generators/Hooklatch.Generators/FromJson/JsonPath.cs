using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.FromJson;

/// <summary>A parsed <c>[FromJson]</c> path.</summary>
/// <param name="Text">The path as written.</param>
/// <param name="Alternatives">What stands between the bars, in order; no segments mean the payload itself.</param>
internal sealed record JsonPath(string Text, EquatableArray<EquatableArray<JsonPathSegment>> Alternatives)
{
    /// <summary>How many dimensions of a collection the path gives by itself: the <c>[*]</c>s of its deepest alternative.</summary>
    public int Dimensions => Alternatives.Max(DimensionsOf);

    public static int DimensionsOf(EquatableArray<JsonPathSegment> alternative) =>
        alternative.Count(segment => segment.Kind == JsonPathSegmentKind.Every);
}
