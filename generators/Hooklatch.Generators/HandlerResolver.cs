using System.Collections.Immutable;
using Hooklatch.Generators.Model;

namespace Hooklatch.Generators;

/// <summary>Completes a handler's model with what only the whole plugin knows: unique names, and which context covers a JSON type.</summary>
internal static class HandlerResolver
{
    /// <summary>The class names that more than one handler would get. File names ignore case, so do we.</summary>
    public static EquatableArray<string> FindCollisions(ImmutableArray<string> names, CancellationToken cancellation) =>
        names
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key.ToUpperInvariant())
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray();

    /// <returns>The completed model, or <see langword="null"/> where no context covers a type; the analyzer says so.</returns>
    public static HandlerModel? Resolve(
        HandlerModel handler,
        EquatableArray<JsonContextModel> contexts,
        EquatableArray<string> collisions,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var parameters = handler.Parameters.Select(parameter => Resolve(parameter, contexts)).ToEquatableArray();
        var result =
            handler.Result.Kind is ResultKind.Covered
                ? handler.Result with
                {
                    JsonContext = ContextOf(handler.Result.TypeName, contexts),
                }
                : handler.Result;
        var isCovered =
            parameters
                .SelectMany(parameter => parameter.Leaves())
                .All(parameter => parameter.Source is not ParameterSource.JsonBody || parameter.JsonContext is not null)
            && (result.Kind is not ResultKind.Covered || result.JsonContext is not null);
        return isCovered ? handler with { ClassName = UniqueName(handler, collisions), Parameters = parameters, Result = result } : null;
    }

    private static ParameterModel Resolve(ParameterModel parameter, EquatableArray<JsonContextModel> contexts) =>
        parameter.Source switch
        {
            ParameterSource.JsonBody => parameter with { JsonContext = ContextOf(parameter.TypeName, contexts) },
            ParameterSource.Members => parameter with
            {
                Members = parameter
                    .Members.Select(member => member with { Parameter = Resolve(member.Parameter, contexts) })
                    .ToEquatableArray(),
            },
            _ => parameter,
        };

    /// <summary>Contexts are sorted, so of several that cover a type the choice is stable.</summary>
    public static string? ContextOf(string type, EquatableArray<JsonContextModel> contexts) =>
        contexts.FirstOrDefault(context => context.Covered.Contains(type))?.FieldName;

    private static string UniqueName(HandlerModel handler, EquatableArray<string> collisions) =>
        collisions.Contains(handler.ClassName.ToUpperInvariant())
            ? $"{handler.ClassName}_{StableHash(handler.Signature):x8}"
            : handler.ClassName;

    /// <summary>FNV-1a: string.GetHashCode differs from run to run, and authors keep snapshots of the names.</summary>
    private static uint StableHash(string text) => text.Aggregate(2166136261u, (hash, c) => unchecked((hash ^ c) * 16777619u));
}
