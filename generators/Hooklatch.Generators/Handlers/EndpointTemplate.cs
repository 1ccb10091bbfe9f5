using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Generators.Handlers;

/// <summary>
/// An endpoint whose segments may be parameters, as in <c>/hooks/{tenant}</c>. A parameter is one whole segment: its type says what it may
/// hold, so there are no constraints, defaults or catch-alls.
/// </summary>
internal static class EndpointTemplate
{
    private static readonly Regex PluginBase = new("^/api/plugin/[^/]+/webhook", RegexOptions.CultureInvariant);

    /// <summary>What stands for a parameter in <see cref="Shape"/>.</summary>
    public const string AnyValue = "{}";

    /// <summary>The names of its parameters; routing knows them in any case.</summary>
    public static IReadOnlyCollection<string> ParametersOf(string endpoint) =>
        [.. endpoint.Split('/').Where(IsParameter).Select(segment => segment.Substring(1, segment.Length - 2))];

    /// <summary>The endpoint without the names of its parameters: two of one shape match the same requests.</summary>
    public static string Shape(string endpoint) =>
        string.Join("/", endpoint.Split('/').Select(segment => IsParameter(segment) ? AnyValue : segment));

    /// <summary>The endpoint that was probably meant by a whole URL, or by a template in the words of ASP.NET Core's routes.</summary>
    public static string? Meant(string endpoint)
    {
        var meant = "/" + string.Join("/", WithoutBase(endpoint).Split('/').Select(MeantSegment)).TrimStart('/');
        return meant != endpoint && Problem(meant) is null ? meant : null;
    }

    /// <summary>Whether an endpoint repeats what stands before every endpoint.</summary>
    public static bool HasBase(string endpoint) => WithoutBase(endpoint) != endpoint;

    /// <summary>What follows the address of the host and <c>/api/plugin/{author}.{module}/webhook</c>.</summary>
    private static string WithoutBase(string endpoint)
    {
        var scheme = endpoint.IndexOf("://", StringComparison.Ordinal);
        var path = scheme < 0 ? endpoint : endpoint.Substring(Math.Max(scheme, endpoint.IndexOf('/', scheme + "://".Length)));
        var match = PluginBase.Match(path);
        return match.Success ? path.Substring(match.Length)
            : scheme < 0 ? endpoint
            : path.StartsWith("/", StringComparison.Ordinal) ? path
            : "/";
    }

    /// <summary>A constraint, a default, an optional or a catch-all parameter as one whose type says what it may hold.</summary>
    private static string MeantSegment(string segment)
    {
        if (!IsParameter(segment))
        {
            return segment;
        }

        var name = new string([
            .. segment.Substring(1, segment.Length - 2).TrimStart('*').TakeWhile(c => c is '_' || char.IsLetterOrDigit(c)),
        ]);
        return SyntaxFacts.IsValidIdentifier(name) ? $"{{{name}}}" : "{id}";
    }

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
        segment.Length >= 2 && segment[0] == '{' && segment[segment.Length - 1] == '}' && segment.IndexOf('{', 1) < 0;
}
