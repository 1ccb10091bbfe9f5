using System.Globalization;
using Hooklatch.Sessions.Http;

namespace Hooklatch.Sessions.Adapters;

/// <summary>
/// OneBot v11 over HTTP (https://github.com/botuniverse/onebot-11). A channel is <c>group_{id}</c> or <c>private_{id}</c>. A text is sent as
/// a segment, never as a string, in which <c>[CQ:…]</c> would be code. Files are not part of the standard: they go by
/// <c>upload_group_file</c> and <c>upload_private_file</c>, as base64, which NapCat and Lagrange take.
/// </summary>
internal sealed class OneBotAdapter(ChatAdapterSettings settings, ChatHttp http) : IChatAdapter
{
    private readonly ChatService _service = new(settings, http);
    private readonly Uri _url = settings.Url("Url") ?? throw settings.Missing("Url");
    private readonly string? _token = settings.Secret("Token");

    public string Name => _service.Name;

    public async Task SendAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        var (kind, id) = Target(message.Channel);
        var target = new OneBotCall { GroupId = kind == "group" ? id : null, UserId = kind == "private" ? id : null };
        var content = message.File is { } file ? await Base64Async(file, cancellationToken) : null;
        await (
            message.Kind == ChatMessageKind.File
                ? CallAsync($"upload_{kind}_file", target with { File = content, Name = message.File!.Name }, cancellationToken)
                : CallAsync($"send_{kind}_msg", target with { Message = [Segment(message, content)] }, cancellationToken)
        );
    }

    private static OneBotSegment Segment(ChatMessage message, string? content) =>
        message.Kind == ChatMessageKind.Image
            ? new OneBotSegment("image", new OneBotData { File = content })
            : new OneBotSegment("text", new OneBotData { Text = message.Text });

    private async Task CallAsync(string action, OneBotCall call, CancellationToken cancellationToken)
    {
        var url = ChatService.Below(_url, action);
        using var content = ChatService.Json(call, OneBotJson.Default.OneBotCall);
        // Exactly what the standard says (communication/http.md): an implementation may answer 406 to a charset.
        content.Headers.ContentType = new("application/json");
        var answer = await _service.PostAsync(url, content, _token, cancellationToken);
        var result = answer.Read(OneBotJson.Default.OneBotResult);
        // "async": the bot took the message and sends it later.
        if (!answer.IsSuccess || result?.Status is not ("ok" or "async"))
        {
            throw _service.Failure(answer, Reason(answer, result));
        }
    }

    private static string? Reason(ChatAnswer answer, OneBotResult? result) =>
        result is not null ? string.Create(CultureInfo.InvariantCulture, $"retcode {result.Retcode} {result.Wording ?? result.Message}")
        : answer.IsSuccess ? "the answer is not OneBot's"
        : null;

    private (string Kind, long Id) Target(string channel)
    {
        var parts = channel.Split('_', 2);
        return
            parts is ["group" or "private", var digits]
            && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (parts[0], id)
            : throw new ChatException(ChatFailure.UnknownChannel, $"{Name}: '{channel}' is neither group_{{id}} nor private_{{id}}.");
    }

    private static async Task<string> Base64Async(ChatFile file, CancellationToken cancellationToken)
    {
        await using var content = file.OpenRead();
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellationToken);
        return "base64://" + Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
