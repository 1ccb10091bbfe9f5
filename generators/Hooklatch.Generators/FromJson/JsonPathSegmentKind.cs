namespace Hooklatch.Generators.FromJson;

internal enum JsonPathSegmentKind
{
    /// <summary>A property of an object.</summary>
    Name,

    /// <summary>One element of an array.</summary>
    Index,

    /// <summary>Every element of an array.</summary>
    Every,
}
