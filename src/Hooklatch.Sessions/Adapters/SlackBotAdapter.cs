using System.Globalization;
using System.Net.Http.Headers;
using Hooklatch.Sessions.Http;

namespace Hooklatch.Sessions.Adapters;

/// <summary>
/// Slack's web API with a bot's token that has <c>chat:write</c> and <c>files:write</c>. A channel is an id such as <c>C0123456789</c>. A
/// file is uploaded in three steps (https://docs.slack.dev/reference/methods/files.getUploadURLExternal); Slack shows images by itself.
/// </summary>
internal sealed class SlackBotAdapter(Uri url, string token, ChatService service) : IChatAdapter
{
    public string Name => service.Name;

    public Task SendAsync(ChatMessage message, CancellationToken cancellationToken) =>
        message.File is { } file
            ? UploadAsync(message.Channel, file, cancellationToken)
            : CallAsync(
                "chat.postMessage",
                ChatService.Json(new SlackMessage(message.Channel, SlackAdapter.Escape(message.Text)), SlackJson.Default.SlackMessage),
                cancellationToken
            );

    private async Task UploadAsync(string channel, ChatFile file, CancellationToken cancellationToken)
    {
        var started = await CallAsync(
            "files.getUploadURLExternal",
            // The one method that does not take JSON.
            new FormUrlEncodedContent([new("filename", file.Name), new("length", file.Length.ToString(CultureInfo.InvariantCulture))]),
            cancellationToken
        );
        if (!Uri.TryCreate(started.UploadUrl, UriKind.Absolute, out var target) || target.Scheme != url.Scheme || started.FileId is null)
        {
            throw new ChatException(ChatFailure.Rejected, $"{Name} named no place to upload a file to.");
        }

        await UploadAsync(target, file, cancellationToken);
        var complete = new SlackUpload(channel, [new SlackFile(started.FileId, file.Name)]);
        await CallAsync("files.completeUploadExternal", ChatService.Json(complete, SlackJson.Default.SlackUpload), cancellationToken);
    }

    /// <summary>The place knows the upload by its URL: the token is not for it.</summary>
    private async Task UploadAsync(Uri target, ChatFile file, CancellationToken cancellationToken)
    {
        using var content = new StreamContent(file.OpenRead());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(file.MediaType);
        content.Headers.ContentLength = file.Length;
        var answer = await service.PostAsync(target, content, token: null, cancellationToken);
        if (!answer.IsSuccess)
        {
            throw service.Failure(answer, "the upload of a file");
        }
    }

    private async Task<SlackResult> CallAsync(string method, HttpContent content, CancellationToken cancellationToken)
    {
        using (content)
        {
            var answer = await service.PostAsync(ChatService.Below(url, method), content, token, cancellationToken);
            var result = answer.Read(SlackJson.Default.SlackResult);
            return answer.IsSuccess && result is { Ok: true } ? result : throw Failure(method, answer, result);
        }
    }

    /// <summary>Slack answers 200 to most of what it rejects, and says so in the body.</summary>
    private ChatException Failure(string method, ChatAnswer answer, SlackResult? result) =>
        service.Failure(
            answer,
            $"{method}: {result?.Error ?? "the answer is not Slack's"}",
            isTransient: result?.Error is "ratelimited" or "rate_limited" or "internal_error" or "fatal_error" or "service_unavailable"
        );
}
