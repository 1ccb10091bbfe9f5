namespace Hooklatch.Sessions.Configuration;

/// <summary>An adapter and how messages are sent with it, or why it cannot be used.</summary>
internal sealed record ChatRoute(
    string Name,
    string Kind,
    ChatAdapterSettings Settings,
    SendPolicy Policy,
    IChatAdapter? Adapter,
    ChatException? Error
)
{
    public static ChatRoute Broken(string name, string kind, ChatAdapterSettings settings, ChatException error) =>
        new(name, kind, settings, SendPolicy.Default, Adapter: null, error);
}
