using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hooklatch.Management;

namespace Hooklatch.Cli.Hosts;

/// <summary>Calls the management API of a host.</summary>
/// <param name="client">The client, which is disposed of with this.</param>
/// <param name="time">The clock.</param>
/// <param name="api">The address of the API.</param>
/// <param name="token">Who calls.</param>
internal sealed class HostClient(HttpMessageInvoker client, TimeProvider time, Uri api, string token) : IDisposable
{
    /// <summary>A longer answer is none of the API.</summary>
    private const long MaxAnswer = 256L << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The host, for people.</summary>
    public string Name { get; } = api.Authority;

    /// <summary>Reads.</summary>
    /// <exception cref="ToolException">The host cannot be reached or refuses.</exception>
    public Task<T> GetAsync<T>(HostQuery path, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Get, path, null, type, cancellation);

    /// <summary>Acts, without a body.</summary>
    /// <exception cref="ToolException">The host cannot be reached or refuses.</exception>
    public Task<T> PostAsync<T>(HostQuery path, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, path, null, type, cancellation);

    /// <summary>Acts.</summary>
    /// <exception cref="ToolException">The host cannot be reached or refuses.</exception>
    public Task<T> PostAsync<TBody, T>(
        HostQuery path,
        TBody body,
        JsonTypeInfo<TBody> bodyType,
        JsonTypeInfo<T> type,
        CancellationToken cancellation
    ) => SendAsync(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(body, bodyType), type, cancellation);

    /// <summary>Reads bytes as they are.</summary>
    /// <exception cref="ToolException">The host cannot be reached or refuses.</exception>
    public async Task<byte[]> GetBytesAsync(HostQuery path, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        using var message = MessageOf(HttpMethod.Get, path, null);
        return await TryAsync(
            async () =>
            {
                using var answer = await client.SendAsync(message, both.Token);
                await CheckAsync(answer, both.Token);
                return await ReadAsync(answer.Content, both.Token);
            },
            cancellation
        );
    }

    /// <summary>Opens a stream that does not end. The caller disposes of the answer.</summary>
    /// <exception cref="ToolException">The host cannot be reached or refuses.</exception>
    public async Task<HttpResponseMessage> OpenAsync(HostQuery path, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        using var message = MessageOf(HttpMethod.Get, path, null);
        return await TryAsync(
            async () =>
            {
                var answer = await client.SendAsync(message, both.Token);
                await CheckAsync(answer, both.Token);
                return answer;
            },
            cancellation
        );
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<T> SendAsync<T>(
        HttpMethod method,
        HostQuery path,
        byte[]? body,
        JsonTypeInfo<T> type,
        CancellationToken cancellation
    )
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        using var message = MessageOf(method, path, body);
        return await TryAsync(
            async () =>
            {
                using var answer = await client.SendAsync(message, both.Token);
                await CheckAsync(answer, both.Token);
                var bytes = await ReadAsync(answer.Content, both.Token);
                try
                {
                    return JsonSerializer.Deserialize(bytes, type) ?? throw NoApi();
                }
                catch (JsonException)
                {
                    throw NoApi();
                }
            },
            cancellation
        );
    }

    private HttpRequestMessage MessageOf(HttpMethod method, HostQuery path, byte[]? body)
    {
        var message = new HttpRequestMessage(method, new Uri(api, path.ToString()));
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue("hooklatch", ToolVersion.Text));
        message.Content = body is null ? null : new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        return message;
    }

    private async Task<T> TryAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await call();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Unreachable("it did not answer in time");
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw Unreachable((error.InnerException ?? error).Message);
        }
    }

    private async Task CheckAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (answer.IsSuccessStatusCode)
        {
            return;
        }

        var status = (int)answer.StatusCode;
        var problem = await ProblemOfAsync(answer, cancellation);
        var said = problem is null ? "" : ": " + string.Join(": ", new[] { problem.Title, problem.Detail }.OfType<string>().Distinct());
        answer.Dispose();
        throw status switch
        {
            401 => new ToolException("unauthorized", $"{Name} does not know the token{said}") { Status = status },
            403 => new ToolException("forbidden", $"{Name} does not allow it with this token{said}") { Status = status },
            404 when problem is null => NoApi(),
            404 => new ToolException("not_found", $"{Name} has no such thing{said}") { Status = status },
            409 => new ToolException("conflict", $"{Name} cannot do it now{said}") { Status = status },
            >= 300 and < 400 => NoApi(),
            503 or 502 or 504 or 429 => new ToolException("unavailable", FormattableString.Invariant($"{Name} answers {status}{said}"))
            {
                Status = status,
            },
            _ => new ToolException("refused", FormattableString.Invariant($"{Name} answers {status}{said}")) { Status = status },
        };
    }

    private static async Task<Problem?> ProblemOfAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (answer.Content.Headers.ContentType?.MediaType is not ("application/problem+json" or "application/json"))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(await ReadAsync(answer.Content, cancellation), ManagementJson.Default.Problem);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int count;
        while ((count = await stream.ReadAsync(chunk, cancellation)) > 0)
        {
            buffer.Write(chunk, 0, count);
            if (buffer.Length > MaxAnswer)
            {
                throw new IOException("the answer is too long");
            }
        }

        return buffer.ToArray();
    }

    private ToolException Unreachable(string why) => new("unreachable", $"{Name} cannot be reached: {why}");

    private ToolException NoApi() =>
        new("no_api", $"{Name} has no management API at {api.AbsolutePath}: is the console added to the host?");
}
