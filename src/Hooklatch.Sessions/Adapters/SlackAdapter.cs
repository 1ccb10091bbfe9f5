using Hooklatch.Sessions.Http;
using Hooklatch.Sessions.Sending;

namespace Hooklatch.Sessions.Adapters;

/// <summary>Slack has two ways in: an incoming webhook for one channel, and a bot's token for all that the bot is in.</summary>
internal static class SlackAdapter
{
    /// <summary>Slack takes 40,000 characters, and an escaped one is up to five.</summary>
    private const int MaxTextLength = 8_000;

    public static IChatAdapter Create(ChatAdapterSettings settings, ChatHttp http) =>
        (settings.Url("WebhookUrl"), settings.Secret("Token")) switch
        {
            ({ } url, null) => new SlackWebhookAdapter(url, new ChatService(settings, http)),
            (null, { } token) => new SlackBotAdapter(
                settings.Url("Url") ?? new Uri("https://slack.com/api"),
                token,
                new ChatService(settings, http)
            ),
            (null, null) => throw settings.Missing("Token"),
            _ => throw settings.Invalid("WebhookUrl", "left out where there is a Token: one of the two says where a message goes"),
        };

    /// <summary>
    /// Text that mentions nobody: <c>&lt;!channel&gt;</c> in a commit message would wake everyone
    /// (https://docs.slack.dev/messaging/formatting-message-text).
    /// </summary>
    public static string Escape(string text) =>
        ChatText
            .Cut(text, MaxTextLength)
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
