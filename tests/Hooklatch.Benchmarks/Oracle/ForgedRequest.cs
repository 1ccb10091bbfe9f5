using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Providers;

namespace Hooklatch.Benchmarks.Oracle;

/// <summary>Encrypted requests of nobody's: without a signature, or with a wrong one. All of one kind are of one length.</summary>
/// <param name="Path">The endpoint, with the query.</param>
/// <param name="ContentType">The media type.</param>
/// <param name="Body">The body.</param>
internal sealed record ForgedRequest(string Path, string ContentType, byte[] Body)
{
    private const string EncryptKey = "an encrypt key of the benchmarks";
    private const string HandshakeToken = "a token that nobody guesses";
    private const string CallbackToken = "QDG6eKtoken0of0the0benchmarks000";
    private const string AesKey = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private const string Receiver = "wx5823bf96d3bd56c7";
    private const int BlockLength = 16;
    private const int PlainLength = 12 * BlockLength;

    private const string Event = """{"schema":"2.0","header":{"event_id":"e-1","event_type":"im.message.receive_v1"}}""";

    public static IEnumerable<KeyValuePair<string, string?>> Configuration(string section) =>
        [
            new($"{section}:EncryptKey", EncryptKey),
            new($"{section}:HandshakeToken", HandshakeToken),
            new($"{section}:CallbackToken", CallbackToken),
            new($"{section}:CallbackAesKey", AesKey),
            new($"{section}:CallbackReceiver", Receiver),
        ];

    /// <summary>What is sent to each endpoint. The first of each is what the others are compared with, and the second is the first again.</summary>
    public static IReadOnlyDictionary<string, (string Name, Func<ForgedRequest> Make)[]> Kinds { get; } =
        new Dictionary<string, (string, Func<ForgedRequest>)[]>(StringComparer.Ordinal)
        {
            ["Feishu"] =
            [
                ("bad padding", BadPadding),
                ("bad padding again", BadPadding),
                ("bad padding of a right handshake", () => Feishu(Handshake(HandshakeToken), padding: 0)),
                ("good padding, no JSON", () => Feishu(RandomNumberGenerator.GetBytes(PlainLength - 1), padding: 1)),
                ("good padding, no JSON after the first byte", () => Feishu("{"u8.ToArray(), padding: 1)),
                ("good padding, JSON of another type", () => Feishu("null"u8.ToArray(), padding: 1)),
                ("good padding, an event", () => Feishu(Encoding.UTF8.GetBytes(Event), padding: 1)),
                ("a handshake with a wrong token", () => Feishu(Handshake("b token that nobody guesses"), padding: 1)),
                ("a handshake with a token that is nearly right", () => Feishu(Handshake("a token that nobody guessed"), padding: 1)),
            ],
            ["WeCom"] =
            [
                ("no cipher text of the key", () => WeCom(RandomNumberGenerator.GetBytes(PlainLength))),
                ("no cipher text of the key again", () => WeCom(RandomNumberGenerator.GetBytes(PlainLength))),
                ("a message", () => WeCom(Message("<xml><MsgType>text</MsgType></xml>"))),
                ("a nonce that begins as the token does", () => WeCom(RandomNumberGenerator.GetBytes(PlainLength), CallbackToken[..31])),
            ],
            ["DingTalk"] =
            [
                ("no cipher text of the key", () => DingTalk(RandomNumberGenerator.GetBytes(PlainLength))),
                ("no cipher text of the key again", () => DingTalk(RandomNumberGenerator.GetBytes(PlainLength))),
                ("a message", () => DingTalk(Message("""{"EventType":"check_url"}"""))),
                ("a nonce that begins as the token does", () => DingTalk(RandomNumberGenerator.GetBytes(PlainLength), CallbackToken[..31])),
            ],
        };

    private static ForgedRequest BadPadding() => Feishu(RandomNumberGenerator.GetBytes(PlainLength - 1), padding: 0);

    private static byte[] Handshake(string token) =>
        Encoding.UTF8.GetBytes($$"""{"challenge":"{{Guid.NewGuid()}}","token":"{{token}}","type":"url_verification"}""");

    /// <summary>The text, spaces up to the length of all, and a last byte that says how long the padding is.</summary>
    private static ForgedRequest Feishu(byte[] text, byte padding)
    {
        var plain = Enumerable.Repeat((byte)' ', PlainLength).ToArray();
        text.CopyTo(plain.AsSpan());
        plain[^1] = padding;
        using var aes = Aes.Create();
        aes.Key = SHA256.HashData(Encoding.UTF8.GetBytes(EncryptKey));
        return Json("/feishu", [.. aes.IV, .. aes.EncryptCbc(plain, aes.IV, PaddingMode.None)]);
    }

    private static ForgedRequest WeCom(byte[] cipherText, string? nonce = null) =>
        new(
            $"/wecom?msg_signature={Query(nonce, milliseconds: false)}",
            "text/xml",
            Encoding.UTF8.GetBytes($"<xml><Encrypt><![CDATA[{Convert.ToBase64String(cipherText)}]]></Encrypt></xml>")
        );

    private static ForgedRequest DingTalk(byte[] cipherText, string? nonce = null) =>
        Json($"/dingtalk?signature={Query(nonce, milliseconds: true)}", cipherText);

    private static ForgedRequest Json(string path, byte[] cipherText) =>
        new(path, "application/json", Encoding.UTF8.GetBytes($$"""{"encrypt":"{{Convert.ToBase64String(cipherText)}}"}"""));

    private static string Query(string? nonce, bool milliseconds)
    {
        var now = DateTimeOffset.UtcNow;
        var time = (milliseconds ? now.ToUnixTimeMilliseconds() : now.ToUnixTimeSeconds()).ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SHA1.HashSizeInBytes));
        // The first character is before the token's: what is measured is how far two texts are alike, not which of them is first.
        return $"{signature}&timestamp={time}&nonce={nonce ?? "0" + CallbackToken[1..31]}";
    }

    private static byte[] Message(string text)
    {
        var plain = Enumerable.Repeat((byte)' ', PlainLength - 16 - sizeof(int) - Receiver.Length - 16).ToArray();
        Encoding.UTF8.GetBytes(text).CopyTo(plain.AsSpan());
        return Convert.FromBase64String(CallbackCipher.Encrypt(CallbackCipher.ReadKey(AesKey)!, plain, Receiver));
    }
}
