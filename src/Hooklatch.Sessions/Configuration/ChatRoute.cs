namespace Hooklatch.Sessions.Configuration;

/// <summary>An adapter and its rules, or why it cannot be used.</summary>
internal sealed record ChatRoute(string Name, string Kind, IChatAdapter? Adapter, ChatRules Rules, ChatException? Error)
{
    public static ChatRoute To(string name, string kind, IChatAdapter adapter, ChatRules rules) =>
        new(name, kind, adapter, rules, Error: null);

    public static ChatRoute Broken(string name, string kind, ChatException error) =>
        new(name, kind, Adapter: null, ChatRules.Default, error);
}
