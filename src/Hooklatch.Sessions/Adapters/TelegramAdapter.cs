using Hooklatch.Sessions.Http;
using Hooklatch.Sessions.Sending;

namespace Hooklatch.Sessions.Adapters;

/// <summary>
/// A Telegram bot (https://core.telegram.org/bots/api). A channel is a chat's id, which is negative for a group
/// (<c>telegram--1001234567890</c>), or a public name such as <c>@channel</c>. No parse mode is set, so a text is plain text.
/// </summary>
internal sealed class TelegramAdapter : IChatAdapter
{
    private const int MaxTextLength = 4_096;

    private readonly ChatService _service;
    private readonly Uri _bot;

    public TelegramAdapter(ChatAdapterSettings settings, ChatHttp http)
    {
        _service = new ChatService(settings, http);
        var token = settings.Secret("Token") ?? throw settings.Missing("Token");
        if (token.AsSpan().ContainsAny("/?#%\\"))
        {
            throw settings.Invalid("Token", "a bot's token, such as 123456:ABC-DEF");
        }

        _bot = ChatService.Below(settings.Url("Url") ?? new Uri("https://api.telegram.org"), "bot" + token);
    }

    public string Name => _service.Name;

    public async Task SendAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        var (method, content) = Request(message);
        using (content)
        {
            var answer = await _service.PostAsync(ChatService.Below(_bot, method), content, token: null, cancellationToken);
            var result = answer.Read(TelegramJson.Default.TelegramResult);
            if (!answer.IsSuccess || result is not { Ok: true })
            {
                var asked = answer with { RetryAfter = ChatAnswer.Seconds(result?.Parameters?.RetryAfter) ?? answer.RetryAfter };
                throw _service.Failure(asked, result is null && answer.IsSuccess ? "the answer is not Telegram's" : result?.Description);
            }
        }
    }

    private static (string Method, HttpContent Content) Request(ChatMessage message) =>
        message switch
        {
            { File: { } image, Kind: ChatMessageKind.Image } => ("sendPhoto", Form(message.Channel).File("photo", image)),
            { File: { } file } => ("sendDocument", Form(message.Channel).File("document", file)),
            _ => (
                "sendMessage",
                ChatService.Json(
                    new TelegramMessage(message.Channel, ChatText.Cut(message.Text, MaxTextLength)),
                    TelegramJson.Default.TelegramMessage
                )
            ),
        };

    private static ChatForm Form(string channel) => new ChatForm().Field("chat_id", channel);
}
