using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hooklatch.Benchmarks.Hosts;

/// <summary>What somebody writes by hand who cares: the body in a pooled buffer, one HMAC over it, System.Text.Json's source generation.</summary>
internal sealed class RawHandlers(string secret)
{
    private const int HexLength = 2 * HMACSHA256.HashSizeInBytes;
    private const string Prefix = "sha256=";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret);

    public async Task PushAsync(HttpContext http)
    {
        var (buffer, length) = await ReadAsync(http);
        try
        {
            if (!Verify(http, buffer.AsSpan(0, length)))
            {
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            }

            var push = JsonSerializer.Deserialize(buffer.AsSpan(0, length), RawJson.Default.Push)!;
            var @event = http.Request.Headers["X-GitHub-Event"];
            await AnswerAsync(http, $"{@event}: {push.Pusher.Name} pushed {push.Commits.Length} commit(s) to {push.Repository.FullName}");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>ASP.NET Core's form reader, over the bytes that were verified.</summary>
    public async Task UploadAsync(HttpContext http)
    {
        var (buffer, length) = await ReadAsync(http);
        try
        {
            if (!Verify(http, buffer.AsSpan(0, length)))
            {
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            }

            http.Request.Body = new MemoryStream(buffer, 0, length, writable: false);
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            await using var content = form.Files["file"]!.OpenReadStream();
            await content.CopyToAsync(Stream.Null, http.RequestAborted);
            await AnswerAsync(http, $"{content.Length}");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The server alone: the body is taken and thrown away.</summary>
    public static async Task FloorAsync(HttpContext http)
    {
        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted);
            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                break;
            }
        }

        await AnswerAsync(http, "push: nobody pushed 0 commit(s) to nowhere");
    }

    private static async ValueTask<(byte[] Buffer, int Length)> ReadAsync(HttpContext http)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)(http.Request.ContentLength ?? 4096));
        var length = 0;
        while (await http.Request.Body.ReadAsync(buffer.AsMemory(length), http.RequestAborted) is > 0 and var count)
        {
            length += count;
            if (length == buffer.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(2 * length);
                buffer.CopyTo(larger, 0);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
        }

        return (buffer, length);
    }

    private bool Verify(HttpContext http, ReadOnlySpan<byte> body)
    {
        var header = http.Request.Headers["X-Hub-Signature-256"].ToString();
        Span<byte> received = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> computed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (
            header.Length != Prefix.Length + HexLength
            || !header.StartsWith(Prefix, StringComparison.Ordinal)
            || Convert.FromHexString(header.AsSpan(Prefix.Length), received, out _, out _) != OperationStatus.Done
        )
        {
            return false;
        }

        HMACSHA256.HashData(_key, body, computed);
        return CryptographicOperations.FixedTimeEquals(computed, received);
    }

    private static async Task AnswerAsync(HttpContext http, string text)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.ContentLength = Encoding.UTF8.GetByteCount(text);
        Encoding.UTF8.GetBytes(text, http.Response.BodyWriter);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Push))]
internal sealed partial class RawJson : JsonSerializerContext;
