using System.Collections.Immutable;
using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parameters;

/// <summary>All sources, in the order in which they are asked for a parameter: by its attribute, else by its type, never at run time.</summary>
internal static class ParameterSources
{
    public static ImmutableArray<ParameterSource> All { get; } =
    [
        // A parameter of the endpoint's own template is meant, whatever its type could be otherwise.
        new RouteSource(),
        // What there is one of in every delivery.
        new WebhookContextSource(),
        new HttpContextSource(),
        new HttpRequestSource(),
        new HttpResponseSource(),
        new CancellationSource(),
        new UserSource(),
        // Types that say by themselves that they are uploads.
        new FormFileCollectionSource(),
        new FormCollectionSource(),
        new FormFileSource(),
        new FormFilesSource(),
        new UploadedPartsSource(),
        // A type that binds itself is not asked what else it is, and an interface is text only where it can be parsed.
        new CustomSource(),
        new ServiceSource(),
        // Bytes are the body, although each of them could be parsed from text.
        new RawBodySource(),
        // Text before bodies: a type that can be parsed is a value of the query.
        new HeaderSource(),
        new QuerySource(),
        new FormTextSource(),
        new FormObjectSource(),
        // Bodies; whatever the others leave is JSON.
        new JsonElementSource(),
        new JsonNodeSource(),
        new BodyStreamSource(),
        new BodyPipeSource(),
        new JsonBodySource(),
        // Only where an attribute says so.
        new JsonValueSource(),
        new MembersSource(),
    ];

    /// <summary>The attributes by which an author says where a value comes from.</summary>
    private static readonly string[] Markers =
    [
        Names.FromHeader,
        Names.FromQuery,
        Names.FromRoute,
        Names.FromForm,
        Names.FromBody,
        Names.FromJson,
        Names.FromServices,
        Names.FromKeyedServices,
        Names.RawBody,
        Names.AsParameters,
    ];

    /// <summary>What says where a value comes from: one attribute, or none.</summary>
    public static AttributeData[] MarkersOf(Bindable target) =>
        [.. target.Symbol.GetAttributes().Where(attribute => Markers.Any(marker => attribute.AttributeClass.Is(marker)))];

    /// <param name="target">What is bound.</param>
    /// <param name="routeParameters">The parameters of the endpoint's template.</param>
    /// <param name="key">The name by which the sender knows the value.</param>
    /// <returns>The source, or <see langword="null"/> where it is not clear.</returns>
    public static ParameterSource? Find(Bindable target, IReadOnlyCollection<string> routeParameters, out string key)
    {
        key = target.Name;
        foreach (var attribute in target.Symbol.GetAttributes())
        {
            if (Find(new Candidate(target, routeParameters, attribute)) is { } source)
            {
                key = attribute.Named<string>("Name") ?? key;
                return source;
            }
        }

        return Find(new Candidate(target, routeParameters, marker: null));
    }

    /// <summary>The source that a model names.</summary>
    public static ParameterSource Of(ParameterModel parameter) => All.First(source => source.Name == parameter.Source);

    private static ParameterSource? Find(Candidate candidate) => All.FirstOrDefault(source => source.Claims(candidate));
}
