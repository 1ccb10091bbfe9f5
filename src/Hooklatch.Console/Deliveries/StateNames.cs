using System.Collections.Frozen;
using Hooklatch.Inbox;

namespace Hooklatch.Console.Deliveries;

/// <summary>The states of deliveries as the API names them.</summary>
internal static class StateNames
{
    private static readonly FrozenDictionary<InboxState, string> Names = Enum.GetValues<InboxState>()
        .ToFrozenDictionary(state => state, state => state.ToString().ToLowerInvariant());

    private static readonly FrozenDictionary<string, InboxState> States = Names.ToFrozenDictionary(
        pair => pair.Value,
        pair => pair.Key,
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>All of them, for a message.</summary>
    public static string All { get; } = string.Join(", ", Enum.GetValues<InboxState>().Select(Of));

    public static string Of(InboxState state) => Names.GetValueOrDefault(state, "unknown");

    public static bool TryRead(string name, out InboxState state) => States.TryGetValue(name, out state);
}
