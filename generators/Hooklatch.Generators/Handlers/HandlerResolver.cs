using Hooklatch.Generators.Common;
using Hooklatch.Generators.Json;
using Hooklatch.Generators.Parameters;
using Hooklatch.Generators.Results;
using Hooklatch.Generators.Verification;

namespace Hooklatch.Generators.Handlers;

/// <summary>Completes a handler's model with what only the whole plugin knows: unique names, and which context covers a JSON type.</summary>
internal static class HandlerResolver
{
    /// <returns>The completed model, or <see langword="null"/> where no context covers a type; the analyzer says so.</returns>
    public static HandlerModel? Resolve(
        HandlerModel handler,
        EquatableArray<JsonContextModel> contexts,
        EquatableArray<string> collisions,
        EquatableArray<SenderModel> senders,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var parameters = handler.Parameters.Select(parameter => Resolve(parameter, contexts)).ToEquatableArray();
        var result = ResultKinds.Of(handler.Result).NeedsJsonContext
            ? handler.Result with
            {
                JsonContext = ContextOf(handler.Result.TypeName, contexts),
            }
            : handler.Result;
        var isCovered =
            parameters
                .SelectMany(parameter => parameter.Leaves())
                .All(parameter => !ParameterSources.Of(parameter).NeedsJsonContext || parameter.JsonContext is not null)
            && (!ResultKinds.Of(result).NeedsJsonContext || result.JsonContext is not null);
        return isCovered
            ? handler with
            {
                ClassName = NameResolver.Unique(handler.ClassName, handler.Signature, collisions),
                Settings = handler.Settings! with { Sender = NameResolver.SenderOf(handler.Settings.Verification, senders) },
                Parameters = parameters,
                Result = result,
            }
            : null;
    }

    private static ParameterModel Resolve(ParameterModel parameter, EquatableArray<JsonContextModel> contexts) =>
        parameter.Object is { } parts
            ? parameter with
            {
                Object = new ObjectModel(
                    parts.Members.Select(member => member with { Parameter = Resolve(member.Parameter, contexts) }).ToEquatableArray()
                ),
            }
        : ParameterSources.Of(parameter).NeedsJsonContext ? parameter with { JsonContext = ContextOf(parameter.TypeName, contexts) }
        : parameter;

    /// <summary>
    /// The context that a type is read and written with: one that lists the type before one that reaches it from another, and of several the first by
    /// name.
    /// </summary>
    public static string? ContextOf(string type, EquatableArray<JsonContextModel> contexts) =>
        CandidatesFor(type, contexts).FirstOrDefault()?.FieldName;

    /// <summary>The contexts between which nothing but their names decides; contexts are sorted by name.</summary>
    public static IEnumerable<JsonContextModel> CandidatesFor(string type, EquatableArray<JsonContextModel> contexts) =>
        contexts.Any(context => context.Listed.Contains(type))
            ? contexts.Where(context => context.Listed.Contains(type))
            : contexts.Where(context => context.Covered.Contains(type));
}
