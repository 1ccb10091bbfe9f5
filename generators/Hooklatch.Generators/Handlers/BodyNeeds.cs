using Hooklatch.Generators.Parameters;
using Hooklatch.Generators.Services;

namespace Hooklatch.Generators.Handlers;

/// <summary>What a handler needs of the body, from what its parameters need.</summary>
internal static class BodyNeeds
{
    /// <summary>The member of the runtime's enumeration; <see langword="null"/> for nothing.</summary>
    public static string? Of(HandlerModel handler) => NeedOf(handler, out var isOptional)?.Use(isOptional);

    /// <summary>Whether the author's own code may read the request's body.</summary>
    public static bool ReadsRequest(HandlerModel handler) =>
        LeavesOf(handler).Any(leaf => ParameterSources.Of(leaf).ReadsRequest)
        || handler.Call.Constructor.Any(service => service.Kind is ServiceKind.HttpContext);

    /// <summary>Whether two handlers of one endpoint can share what is read: each takes JSON, or each a form, or one of them neither.</summary>
    public static bool Agree(HandlerModel one, HandlerModel other) =>
        (NeedOf(one, out _)?.Format, NeedOf(other, out _)?.Format) is var (first, second)
        && (first == second || first is null || second is null);

    private static BodyNeed? NeedOf(HandlerModel handler, out bool isOptional)
    {
        var leaves = LeavesOf(handler).Select(leaf => (ParameterSources.Of(leaf).Body, leaf.IsOptional)).ToArray();
        var need = BodyNeed.ByPrecedence.FirstOrDefault(need => leaves.Any(leaf => leaf.Body == need));
        isOptional = leaves.FirstOrDefault(leaf => leaf.Body == need).IsOptional;
        return need ?? (SeesBody(handler) ? BodyNeed.Raw : null);
    }

    /// <summary>Whether the author's class does, beside the parameters.</summary>
    private static bool SeesBody(HandlerModel handler) =>
        handler.Call.Constructor.Any(service => service.Kind is ServiceKind.WebhookContext or ServiceKind.HttpContext);

    private static IEnumerable<ParameterModel> LeavesOf(HandlerModel handler) =>
        handler.Parameters.SelectMany(parameter => parameter.Leaves());
}
