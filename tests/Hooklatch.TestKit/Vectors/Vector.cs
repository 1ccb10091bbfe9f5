using System.Text;
using System.Text.Json;

namespace Hooklatch.TestKit.Vectors;

/// <summary>A delivery with what a receiver must know to judge it, from a file in <c>Vectors</c>.</summary>
internal sealed record Vector
{
    /// <summary>The provider, as its endpoint is called: <c>github</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>Its place in the file, counted from 0.</summary>
    public required int Number { get; init; }

    public required bool IsValid { get; init; }

    /// <summary>The configured secrets; none where the provider signs with a private key.</summary>
    public required IReadOnlyList<string> Secrets { get; init; }

    public required string? PublicKey { get; init; }

    /// <summary>A pinned certificate, the key that decrypts, whom an encrypted callback is for, and tokens, by the end of their settings' names.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Others { get; init; } = [];

    /// <summary>The time of receipt; none where it does not matter.</summary>
    public required DateTimeOffset? Now { get; init; }

    public required string Method { get; init; }

    /// <summary>The URL that the sender called; none where it is not signed.</summary>
    public required string? Url { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>The answer that the provider wants, as JSON; none where the status is enough.</summary>
    public required string? Answer { get; init; }

    public required string Note { get; init; }

    public override string ToString() => $"{Provider} {Number} ({(IsValid ? "valid" : "invalid")}) {Note}";

    public static Vector Parse(string provider, int number, JsonElement json)
    {
        var body = Text("body") ?? "";
        return new Vector
        {
            Provider = provider,
            Number = number,
            IsValid = Text("expected") switch
            {
                "valid" => true,
                "invalid" => false,
                var other => throw new FormatException($"{provider} {number} expects neither valid nor invalid but {other}."),
            },
            Secrets =
                !json.TryGetProperty("secret", out var secret) ? []
                : secret.ValueKind is JsonValueKind.Array ? [.. secret.EnumerateArray().Select(one => one.GetString() ?? "")]
                : [secret.GetString()!],
            PublicKey = Text("publicKey"),
            Others =
            [
                .. new[] { "certificate", "aesKey", "receiveId", "verifyToken", "verificationToken" }
                    .Where(name => json.TryGetProperty(name, out _))
                    .Select(name => KeyValuePair.Create(string.Concat(name[..1].ToUpperInvariant(), name[1..]), Text(name)!)),
            ],
            Now = json.TryGetProperty("now", out var now) ? DateTimeOffset.FromUnixTimeSeconds(now.GetInt64()) : null,
            Method = Text("method") ?? "POST",
            Url = Text("url"),
            Headers =
            [
                .. json.GetProperty("headers").EnumerateObject().Select(one => KeyValuePair.Create(one.Name, one.Value.GetString()!)),
            ],
            Body = Text("bodyEncoding") switch
            {
                null => Encoding.UTF8.GetBytes(body),
                "base64" => Convert.FromBase64String(body),
                var other => throw new FormatException($"{provider} {number} has a body in {other}."),
            },
            Answer = json.TryGetProperty("expectedResponse", out var answer) ? JsonSerializer.Serialize(answer) : null,
            Note = Text("note") ?? "",
        };

        string? Text(string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
