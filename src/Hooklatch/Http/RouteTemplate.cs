using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Http;

/// <summary>
/// An endpoint whose segments may be parameters, such as <c>/hooks/{tenant}</c>. Literal segments are compared as they were sent, parameters are
/// decoded; a parameter takes one segment that is not empty.
/// </summary>
internal sealed class RouteTemplate
{
    private readonly string[] _segments;

    public RouteTemplate(string endpoint)
    {
        _segments = endpoint.Split('/');
        Shape = string.Join('/', _segments.Select(segment => IsParameter(segment) ? "{}" : segment));
        Precedence = string.Join('/', _segments.Select(segment => IsParameter(segment) ? "1" : "0"));
    }

    public static bool HasParameters(string endpoint) => endpoint.Contains('{', StringComparison.Ordinal);

    /// <summary>The names of the parameters of an endpoint, in their order.</summary>
    public static IEnumerable<string> ParametersOf(string endpoint) =>
        endpoint.Split('/').Where(IsParameter).Select(segment => segment[1..^1]);

    /// <summary>The template without the names of its parameters: two of one shape match the same requests.</summary>
    public string Shape { get; }

    /// <summary>Orders templates: literal segments first, from left to right.</summary>
    public string Precedence { get; }

    public bool TryMatch(ReadOnlySpan<char> path, out RouteValueDictionary? values)
    {
        values = null;
        var i = 0;
        foreach (var range in path.Split('/'))
        {
            var segment = path[range];
            if (i == _segments.Length || !(IsParameter(_segments[i]) ? IsValue(segment) : segment.SequenceEqual(_segments[i])))
            {
                return false;
            }

            i++;
        }

        values = i == _segments.Length ? Values(path) : null;
        return values is not null;
    }

    private RouteValueDictionary Values(ReadOnlySpan<char> path)
    {
        var values = new RouteValueDictionary();
        var i = 0;
        foreach (var range in path.Split('/'))
        {
            if (IsParameter(_segments[i]))
            {
                values[_segments[i][1..^1]] = Decode(path[range]);
            }

            i++;
        }

        return values;
    }

    /// <summary>A dot segment, in whatever spelling, leads elsewhere in a path that a handler builds from it.</summary>
    private static bool IsValue(ReadOnlySpan<char> segment) => segment.Length > 0 && Decode(segment) is not ("." or "..");

    /// <summary>As the framework decodes a path: an encoded slash stays encoded, so that a value is one segment.</summary>
    private static string Decode(ReadOnlySpan<char> segment) =>
        Uri.UnescapeDataString(
            segment.ToString().Replace("%2F", "%252F", StringComparison.Ordinal).Replace("%2f", "%252f", StringComparison.Ordinal)
        );

    /// <summary>Whether a segment is a parameter.</summary>
    public static bool IsParameter(string segment) => segment is ['{', .., '}'];
}
