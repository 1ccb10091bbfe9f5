using Hooklatch.Sessions.Http;

namespace Hooklatch.Sessions.Adapters;

/// <summary>
/// Posts to any URL: a text as JSON with <c>channel</c>, <c>kind</c> and <c>text</c>, an image or file as a form with <c>channel</c>,
/// <c>kind</c> and <c>file</c>. Any 2xx is success.
/// </summary>
internal sealed class HttpAdapter(ChatAdapterSettings settings, ChatHttp http) : IChatAdapter
{
    private readonly ChatService _service = new(settings, http);
    private readonly Uri _url = settings.Url("Url") ?? throw settings.Missing("Url");
    private readonly string? _token = settings.Secret("Token");

    public string Name => _service.Name;

    public async Task SendAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        using var content = Content(message);
        var answer = await _service.PostAsync(_url, content, _token, cancellationToken);
        if (!answer.IsSuccess)
        {
            // An unknown service may answer with a page or with what it was sent: neither belongs in a log.
            throw _service.Failure(answer, reason: null);
        }
    }

    private static HttpContent Content(ChatMessage message) =>
        message.File is not { } file
            ? ChatService.Json(new HttpMessage(message.Channel, "text", message.Text), HttpJson.Default.HttpMessage)
            : new ChatForm()
                .Field("channel", message.Channel)
                .Field("kind", message.Kind == ChatMessageKind.Image ? "image" : "file")
                .File("file", file);
}
