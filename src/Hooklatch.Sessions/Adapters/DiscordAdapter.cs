using System.Text.Json;
using Hooklatch.Sessions.Http;
using Hooklatch.Sessions.Sending;

namespace Hooklatch.Sessions.Adapters;

/// <summary>
/// A Discord webhook (https://discord.com/developers/docs/resources/webhook#execute-webhook). Its URL decides where a message goes; the
/// channel of the chat key is a name for people. Nobody is mentioned; Markdown is shown as such, which Discord cannot turn off.
/// </summary>
internal sealed class DiscordAdapter : IChatAdapter
{
    private const int MaxTextLength = 2_000;

    private readonly ChatService _service;
    private readonly Uri _url;

    public DiscordAdapter(ChatAdapterSettings settings, ChatHttp http)
    {
        _service = new ChatService(settings, http);
        var url = new UriBuilder(settings.Url("WebhookUrl") ?? throw settings.Missing("WebhookUrl"));
        // Without it Discord answers before it knows whether the message can be posted.
        url.Query = url.Query.Length > 1 ? url.Query[1..] + "&wait=true" : "wait=true";
        _url = url.Uri;
    }

    public string Name => _service.Name;

    public async Task SendAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        var payload = new DiscordMessage(message.File is null ? ChatText.Cut(message.Text, MaxTextLength) : null, DiscordMentions.None);
        using var content = message.File is { } file
            ? new ChatForm()
                .Field("payload_json", JsonSerializer.Serialize(payload, DiscordJson.Default.DiscordMessage), "application/json")
                .File("files[0]", file)
            : ChatService.Json(payload, DiscordJson.Default.DiscordMessage);
        var answer = await _service.PostAsync(_url, content, token: null, cancellationToken);
        if (!answer.IsSuccess)
        {
            var result = answer.Read(DiscordJson.Default.DiscordResult);
            // The header is whole seconds, the body says it exactly.
            var exact = answer with
            {
                RetryAfter = ChatAnswer.Seconds(result?.RetryAfter) ?? answer.RetryAfter,
            };
            throw _service.Failure(exact, result?.Message);
        }
    }
}
