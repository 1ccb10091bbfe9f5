namespace Hooklatch.Providers;

/// <summary>
/// The names of Discord's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: github.com/discord/discord-api-docs, developers/events/webhook-events.mdx; as of 2026-08-06. A name that is newer is added
/// with <see cref="KnownEventAttribute"/>.
/// </remarks>
public static class DiscordEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string ApplicationAuthorized = "APPLICATION_AUTHORIZED";
    public const string ApplicationDeauthorized = "APPLICATION_DEAUTHORIZED";
    public const string EntitlementCreate = "ENTITLEMENT_CREATE";
    public const string EntitlementDelete = "ENTITLEMENT_DELETE";
    public const string EntitlementUpdate = "ENTITLEMENT_UPDATE";
    public const string GameDirectMessageCreate = "GAME_DIRECT_MESSAGE_CREATE";
    public const string GameDirectMessageDelete = "GAME_DIRECT_MESSAGE_DELETE";
    public const string GameDirectMessageUpdate = "GAME_DIRECT_MESSAGE_UPDATE";
    public const string LobbyMessageCreate = "LOBBY_MESSAGE_CREATE";
    public const string LobbyMessageDelete = "LOBBY_MESSAGE_DELETE";
    public const string LobbyMessageUpdate = "LOBBY_MESSAGE_UPDATE";
    public const string QuestUserEnrollment = "QUEST_USER_ENROLLMENT";
#pragma warning restore CS1591
}
