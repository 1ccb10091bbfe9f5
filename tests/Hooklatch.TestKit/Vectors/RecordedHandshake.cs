using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hooklatch.TestKit.Vectors;

/// <summary>What a provider asks when an endpoint is set up, and what it wants to hear, from <c>Handshakes/recorded.json</c>.</summary>
internal sealed record RecordedHandshake(Vector Request, JsonElement Json)
{
    private static readonly byte[] Recorded = File.ReadAllBytes(
        Repository.PathOf("tests", "Hooklatch.Providers.Tests", "Handshakes", "recorded.json")
    );

    public static IReadOnlyList<RecordedHandshake> All { get; } =
    [
        .. JsonDocument
            .Parse(Recorded)
            .RootElement.EnumerateArray()
            .Select((json, i) => new RecordedHandshake(Vector.Parse(json.GetProperty("provider").GetString()!, i, json), json)),
    ];

    /// <summary>The address that is visited for the provider; none where nobody is asked for anything.</summary>
    public string? Asks => Json.TryGetProperty("asks", out var asks) ? asks.GetString() : null;

    /// <summary>Whose word it is.</summary>
    public string Source => Json.GetProperty("source").GetString()!;

    private JsonElement Wanted => Json.GetProperty("answer");

    /// <summary>What is wrong with an answer; <see langword="null"/> where it is the recorded one.</summary>
    public string? Problem(RawAnswer answer)
    {
        var status = Wanted.GetProperty("status").GetInt32();
        if (answer.Status != status)
        {
            return $"{Request.Provider}: {answer.Status} in place of {status}\n{answer.Text}";
        }

        if (Text("type") is { } type && answer.Header("Content-Type")?.Split(';')[0] != type)
        {
            return $"{Request.Provider}: {answer.Header("Content-Type")} in place of {type}";
        }

        if (Wanted.TryGetProperty("headers", out var headers))
        {
            foreach (var header in headers.EnumerateObject().Where(header => answer.Header(header.Name) != header.Value.GetString()))
            {
                return $"{Request.Provider}: {header.Name} is {answer.Header(header.Name)} in place of {header.Value}";
            }
        }

        var body = answer.Text[(answer.Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return Text("encrypted") is { } secret
            ? Decrypt(body) is var heard && heard == secret
                ? null
                : $"{Request.Provider}: {heard} in place of {secret}"
            : Text("body") is { } wanted && !IsSame(body, wanted, Text("type"))
                ? $"{Request.Provider}: {body} in place of {wanted}"
                : null;
    }

    private string? Text(string name) => Wanted.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static bool IsSame(string body, string wanted, string? type) =>
        type is "application/json" ? JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(wanted)) : body == wanted;

    /// <summary>Reads an answer as DingTalk does, sharing no code with Hooklatch: its signature, then AES-256-CBC, a length, the text, for whom it is.</summary>
    private string Decrypt(string body)
    {
        var json = JsonNode.Parse(body)!;
        var cipherText = (string)json["encrypt"]!;
        string[] signed = [Request.Secrets[0], (string)json["timeStamp"]!, (string)json["nonce"]!, cipherText];
#pragma warning disable CA5350 // What DingTalk signs with.
        var signature = Convert.ToHexStringLower(
            SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(signed.Order(StringComparer.Ordinal))))
        );
#pragma warning restore CA5350
        if (signature != (string)json["msg_signature"]!)
        {
            return "a wrong signature";
        }

        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(Other("AesKey") + "=");
        var plain = aes.DecryptCbc(Convert.FromBase64String(cipherText), aes.Key[..16], PaddingMode.None);
        var length = (plain[16] << 24) | (plain[17] << 16) | (plain[18] << 8) | plain[19];
        var receiver = Encoding.UTF8.GetString(plain, 20 + length, plain.Length - 20 - length - plain[^1]);
        return receiver == Other("ReceiveId") ? Encoding.UTF8.GetString(plain, 20, length) : "an answer for somebody else";
    }

    private string Other(string name) => Request.Others.Single(other => other.Key == name).Value;
}
