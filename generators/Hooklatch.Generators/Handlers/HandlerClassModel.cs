using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Handlers;

/// <summary>The handlers of one class of the author's, which one generated file holds.</summary>
/// <param name="Name">The generated class, such as <c>GitHubHooks_Handlers</c>.</param>
/// <param name="Target">The author's class for people, <c>Namespace.Class</c>.</param>
/// <param name="Handlers">Its handlers, in ordinal order of their members.</param>
internal sealed record HandlerClassModel(string Name, string Target, EquatableArray<HandlerModel> Handlers)
{
    public static EquatableArray<HandlerClassModel> Group(IEnumerable<HandlerModel> handlers) =>
        handlers
            .GroupBy(handler => handler.FileClass, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new HandlerClassModel(
                group.Key,
                group.First().ClassTarget,
                group.OrderBy(handler => handler.Member, StringComparer.Ordinal).ToEquatableArray()
            ))
            .ToEquatableArray();
}
