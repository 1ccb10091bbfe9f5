using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Results;

/// <summary>All kinds of answers, in the order in which they are asked for what a handler returns.</summary>
internal static class ResultKinds
{
    public static ImmutableArray<ResultKind> All { get; } =
    [
        new NothingResult(),
        new TextResult(),
        new JsonTreeResult(),
        new FrameworkResult(),
        // Takes what the others leave.
        new CoveredResult(),
    ];

    /// <param name="value">What the handler's task carries; <see langword="null"/> for nothing.</param>
    public static ResultKind Find(ITypeSymbol? value) => All.First(kind => kind.Claims(value));

    /// <summary>The kind that a model names.</summary>
    public static ResultKind Of(ResultModel result) => All.First(kind => kind.Name == result.Kind);
}
