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
        NameCollisions collisions,
        EquatableArray<SenderModel> senders,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var id = NameResolver.Unique(handler.Id, handler.Signature, collisions.Ids);
        var member = handler.Member + id.Substring(handler.Id.Length);
        var parameters = handler.Parameters.Select(parameter => Resolve(parameter, contexts, member)).ToEquatableArray();
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
                Id = id,
                FileClass = NameResolver.Unique(handler.FileClass, handler.ClassTarget, collisions.FileClasses),
                Member = member,
                Settings = handler.Settings! with { Sender = NameResolver.SenderOf(handler.Settings.Verification, senders) },
                Parameters = parameters,
                Result = result,
            }
            : null;
    }

    private static ParameterModel Resolve(ParameterModel parameter, EquatableArray<JsonContextModel> contexts, string handler) =>
        parameter.Object is { } parts
            ? parameter with
            {
                Handler = handler,
                Object = new ObjectModel(
                    parts
                        .Members.Select(member => member with { Parameter = Resolve(member.Parameter, contexts, handler) })
                        .ToEquatableArray()
                ),
            }
        : ParameterSources.Of(parameter).NeedsJsonContext
            ? parameter with
            {
                Handler = handler,
                JsonContext = ContextOf(parameter.TypeName, contexts),
            }
        : parameter with { Handler = handler };

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
