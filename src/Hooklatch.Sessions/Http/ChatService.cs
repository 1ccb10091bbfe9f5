using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hooklatch.Sessions.Http;

/// <summary>A chat service that is spoken to over HTTP, as one adapter is configured to do it.</summary>
internal sealed class ChatService(ChatAdapterSettings settings, ChatHttp http)
{
    public string Name => settings.Name;

    public Task<ChatAnswer> PostAsync(Uri url, HttpContent content, string? token, CancellationToken cancellationToken) =>
        http.PostAsync(url, content, token, cancellationToken);

    public Task<ChatAnswer> PostAsync<T>(Uri url, T json, JsonTypeInfo<T> type, string? token, CancellationToken cancellationToken) =>
        PostAsync(url, Json(json, type), token, cancellationToken);

    /// <summary>What an answer other than success means.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="reason">The service's own words or code; they may come from anywhere.</param>
    /// <param name="isTransient">Whether the service says that it is busy; its status may say so, too.</param>
    public ChatException Failure(ChatAnswer answer, string? reason, bool isTransient = false)
    {
        var said = string.IsNullOrWhiteSpace(reason) ? "" : ": " + settings.Quote(reason);
        return new ChatException(
            answer.IsTransient || isTransient ? ChatFailure.Unavailable : ChatFailure.Rejected,
            $"{Name} answered {answer.Status}{said}"
        )
        {
            RetryAfter = answer.RetryAfter,
        };
    }

    /// <summary>The URL of a method: a path below the configured URL, whose query stays.</summary>
    public static Uri Below(Uri root, string path)
    {
        var url = new UriBuilder(root);
        url.Path = url.Path.TrimEnd('/') + '/' + path;
        return url.Uri;
    }

    /// <summary>With its length: not every bot framework reads a chunked body.</summary>
    public static HttpContent Json<T>(T value, JsonTypeInfo<T> type) =>
        new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(value, type))
        {
            Headers = { ContentType = new("application/json", Encoding.UTF8.WebName) },
        };
}
