using System.Buffers.Binary;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Providers;
using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Providers;

/// <summary>WeCom and DingTalk sign what they encrypt: nothing is decrypted before its signature holds, and nothing tells what came out of it.</summary>
public sealed class CallbackOracleTests(CodeVerifiedHttpTests.KeyedHost shared) : IClassFixture<CodeVerifiedHttpTests.KeyedHost>
{
    private const string Token = CodeVerifiedHttpTests.KeyedHost.Token;
    private const string Receiver = CodeVerifiedHttpTests.KeyedHost.Receiver;
    private const string Nonce = "1372623149";
    private const string Xml = "<xml><MsgType>text</MsgType></xml>";
    private const int BlockLength = 16;
    private static readonly byte[] Key = CallbackCipher.ReadKey(CodeVerifiedHttpTests.KeyedHost.AesKey)!;

    private readonly WebhookHost _host = shared.AtNow();

    public static TheoryData<string> Ways => ["wecom", "wecom handshake", "dingtalk"];

    /// <summary>The provider's signature over a cipher text that is damaged is as good as none, and so is a wrong one over a good cipher text.</summary>
    [Theory, MemberData(nameof(Ways))]
    public async Task Whatever_is_no_callback_is_rejected_alike(string way)
    {
        var rejected = new RejectedAlike(_host);
        foreach (var (name, cipherText) in Damaged())
        {
            await rejected.SendAsync($"forged: {name}", Request(way, cipherText, "another token"));
            await rejected.SendAsync($"signed: {name}", Request(way, cipherText, Token));
        }

        await rejected.SendAsync("forged", Request(way, Encrypt(Plain(GenuineFor(way))), "another token"));
        await rejected.SendAsync("forged over base64 that is none", Request(way, "!", "another token"));
        rejected.Check(403, "Invalid signature");
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_genuine_one_is_answered(string way)
    {
        await _host.SendAsync(Request(way, Encrypt(Plain(GenuineFor(way))), Token)).IsAsync(200);
        _host.Deliveries.Forget();
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task The_bytes_of_a_block_cannot_be_guessed_one_by_one(string way)
    {
        var cipherText = Convert.FromBase64String(Encrypt(Plain(GenuineFor(way))));
        var rejected = new RejectedAlike(_host);
        for (var guess = 0; guess < 256; guess++)
        {
            cipherText[^(BlockLength + 1)] = (byte)guess;
            await rejected.SendAsync($"{guess}", Request(way, Convert.ToBase64String(cipherText), "another token"));
        }

        Assert.Empty(rejected.Different);
    }

    /// <summary>Who has seen a callback would have it decrypted by asking for it.</summary>
    [Fact]
    public async Task A_callback_of_WeCom_is_no_handshake()
    {
        var rejected = new RejectedAlike(_host);
        await rejected.SendAsync("forged", Request("wecom handshake", Encrypt(Plain("1616140317555161061")), "another token"));
        foreach (var message in (string[])[Xml, " " + Xml, """{"msgtype":"text"}""", "a\nb", "é", "", new string('1', 1025)])
        {
            await rejected.SendAsync(message, Request("wecom handshake", Encrypt(Plain(message)), Token));
        }

        rejected.Check(403, "Invalid signature");
    }

    [Fact]
    public async Task A_handshake_of_WeCom_is_no_callback()
    {
        var rejected = new RejectedAlike(_host);
        await rejected.SendAsync("forged", Request("wecom", Encrypt(Plain(Xml)), "another token"));
        await rejected.SendAsync("a handshake", Request("wecom", Encrypt(Plain("1616140317555161061")), Token));

        rejected.Check(403, "Invalid signature");
    }

    private static IEnumerable<(string Name, string CipherText)> Damaged()
    {
        var plain = Plain(Xml);
        foreach (var padding in (byte[])[0, 33, 128, 255])
        {
            var wrong = plain.ToArray();
            wrong[^1] = padding;
            yield return ($"padding of {padding}", Encrypt(wrong));
        }

        var cipherText = Convert.FromBase64String(Encrypt(plain));
        for (var length = 0; length < cipherText.Length; length += BlockLength / 2)
        {
            yield return ($"cut to {length} bytes", Convert.ToBase64String(cipherText[..length]));
        }

        yield return ("not base64", Convert.ToBase64String(cipherText)[..^4] + "!!!!");
        yield return ("random bytes", Convert.ToBase64String(RandomNumberGenerator.GetBytes(96)));
        yield return ("another receiver", Encrypt(Plain(Xml, receiver: "wx0")));
        yield return ("no receiver", Encrypt(Plain(Xml, receiver: "")));
        yield return ("a length beyond the end", Encrypt(Plain(Xml, length: 1 << 20)));
        yield return ("a length below 0", Encrypt(Plain(Xml, length: -1)));
    }

    private static string GenuineFor(string way) =>
        way switch
        {
            "wecom" => Xml,
            "dingtalk" => """{"EventType":"check_url"}""",
            _ => "1616140317555161061",
        };

    private static byte[] Plain(string message, string receiver = Receiver, int? length = null)
    {
        var text = Encoding.UTF8.GetBytes(message);
        var before = new byte[BlockLength + sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(before.AsSpan(BlockLength), length ?? text.Length);
        byte[] content = [.. before, .. text, .. Encoding.UTF8.GetBytes(receiver)];
        var padding = 32 - (content.Length % 32);
        return [.. content, .. Enumerable.Repeat((byte)padding, padding)];
    }

    private static string Encrypt(byte[] plain)
    {
        using var aes = Aes.Create();
        aes.Key = Key;
        return Convert.ToBase64String(aes.EncryptCbc(plain, Key.AsSpan(0, BlockLength), PaddingMode.None));
    }

    private static HttpRequestMessage Request(string way, string cipherText, string token)
    {
        var timestamp = way is "dingtalk" ? "1700000000000" : "1700000000";
        var signature = Convert.ToHexStringLower(CallbackCipher.Sign(token, timestamp, Nonce, cipherText));
        var query = $"?msg_signature={signature}&timestamp={timestamp}&nonce={Nonce}";
        if (way is "wecom handshake")
        {
            return Requests.Create(
                HttpMethod.Get,
                $"{WebhookHost.Prefix}/wecom{query}&echostr={Uri.EscapeDataString(cipherText)}",
                body: null
            );
        }

        var body = way is "wecom" ? $"<xml><Encrypt><![CDATA[{cipherText}]]></Encrypt></xml>" : $$"""{"encrypt":"{{cipherText}}"}""";
        var request = Requests.Create(HttpMethod.Post, $"{WebhookHost.Prefix}/{way}{query}", Encoding.UTF8.GetBytes(body));
        request.Content!.Headers.ContentType = new MediaTypeHeaderValue(way is "wecom" ? "text/xml" : "application/json");
        return request;
    }
}
