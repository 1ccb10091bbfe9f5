namespace Hooklatch.Sessions.Configuration;

/// <summary>An adapter and its rules, or why it cannot be used.</summary>
internal sealed record ChatRoute(
    string Name,
    string Kind,
    ChatAdapterSettings Settings,
    ChatRules Rules,
    IChatAdapter? Adapter,
    ChatException? Error
)
{
    public static ChatRoute Broken(string name, string kind, ChatAdapterSettings settings, ChatException error) =>
        new(name, kind, settings, ChatRules.Default, Adapter: null, error);
}
