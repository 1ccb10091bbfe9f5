using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Generators.Handlers;

/// <summary>
/// An endpoint whose segments may be parameters, as in <c>/hooks/{tenant}</c>. A parameter is one whole segment: its type says what it may
/// hold, so there are no constraints, defaults or catch-alls.
/// </summary>
internal static class EndpointTemplate
{
    /// <summary>What stands for a parameter in <see cref="Shape"/>.</summary>
    public const string AnyValue = "{}";

    /// <summary>The names of its parameters; routing knows them in any case.</summary>
    public static IReadOnlyCollection<string> ParametersOf(string endpoint) =>
        [.. endpoint.Split('/').Where(IsParameter).Select(segment => segment.Substring(1, segment.Length - 2))];

    /// <summary>The endpoint without the names of its parameters: two of one shape match the same requests.</summary>
    public static string Shape(string endpoint) =>
        string.Join("/", endpoint.Split('/').Select(segment => IsParameter(segment) ? AnyValue : segment));

    public static string? Problem(string endpoint)
    {
        var names = ParametersOf(endpoint);
        return names.FirstOrDefault(name => !SyntaxFacts.IsValidIdentifier(name)) is { } invalid
                ? $"'{{{invalid}}}' is no parameter; write {{name}}, the parameter's type says what it may hold"
            : names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } repeated
                ? $"the parameter '{repeated.Key}' stands in it twice"
            : Shape(endpoint).Replace(AnyValue, "").IndexOfAny(['{', '}']) >= 0
                ? "a parameter is one whole segment, such as /hooks/{tenant}"
            : null;
    }

    private static bool IsParameter(string segment) =>
        segment.Length > 2 && segment[0] == '{' && segment[segment.Length - 1] == '}' && segment.IndexOf('{', 1) < 0;
}
