using System.Security.Cryptography;
using System.Text;
using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Providers;

/// <summary>What nobody signed is decrypted, since Feishu's handshake comes without a signature. Nothing tells what came out of it.</summary>
public sealed class FeishuOracleTests(CodeVerifiedHttpTests.KeyedHost shared) : IClassFixture<CodeVerifiedHttpTests.KeyedHost>
{
    private const string Key = CodeVerifiedHttpTests.KeyedHost.CodeSecret;
    private const string Token = CodeVerifiedHttpTests.KeyedHost.FeishuToken;
    private const string Event = """{"schema":"2.0","header":{"event_id":"e-1","event_type":"im.message.receive_v1"}}""";
    private const int BlockLength = FeishuEnvelope.BlockLength;

    private readonly WebhookHost _host = shared.AtNow();

    [Fact]
    public async Task Whatever_is_no_handshake_is_rejected_alike()
    {
        var rejected = new RejectedAlike(_host);
        foreach (var (name, body) in Unsigned())
        {
            await rejected.SendAsync(name, Request(body));
        }

        foreach (var (name, body, headers) in Signed())
        {
            await rejected.SendAsync(name, Request(body, headers));
        }

        rejected.Check(403, "Invalid signature");
    }

    [Fact]
    public async Task A_rejection_that_differs_is_found()
    {
        var rejected = new RejectedAlike(_host);
        await rejected.SendAsync("no handshake", Request("{}"));
        await rejected.SendAsync("a signature without its time", Request("{}", ("X-Lark-Signature", "0")));

        Assert.Single(rejected.Different);
    }

    /// <summary>
    /// What is sought are bytes of a block, by turning those of the vector before it. That the rest of the block is an object is told by
    /// the handshake beside it, which counts only where nothing was decrypted.
    /// </summary>
    [Fact]
    public async Task The_bytes_of_a_block_cannot_be_guessed_one_by_one()
    {
        const string Object = "{            }\u0002\u0002";
        var block = FeishuEnvelope.Encrypt(Key, RandomNumberGenerator.GetBytes(BlockLength));
        var decrypted = Decrypt(block);
        var vector = decrypted.Zip(Encoding.ASCII.GetBytes(Object), (one, other) => (byte)(one ^ other)).ToArray();

        foreach (var position in (int[])[0, 13, 15])
        {
            var rejected = new RejectedAlike(_host);
            for (var guess = 0; guess < 256; guess++)
            {
                var guessed = vector.ToArray();
                guessed[position] = (byte)guess;
                var cipherText = Convert.ToBase64String([.. guessed, .. block.AsSpan(BlockLength)]);
                await rejected.SendAsync(
                    $"byte {position} is {guess ^ decrypted[position]}",
                    Request($$"""{"encrypt":"{{cipherText}}","type":"url_verification","challenge":"c","token":"another"}""")
                );
            }

            Assert.Empty(rejected.Different);
        }
    }

    [Fact]
    public async Task The_handshake_and_events_are_answered()
    {
        var handshake = Handshake(Token);
        var encrypted = FeishuEnvelope.Of(Key, handshake);
        const string Answer = """{"challenge":"ajls384kdjx98XX"}""";
        await _host.SendAsync(Request(handshake)).IsAsync(200, Answer);
        await _host.SendAsync(Request(encrypted)).IsAsync(200, Answer);
        await _host.SendAsync(Request(encrypted, FeishuEnvelope.Signature(Key, encrypted))).IsAsync(200, Answer);
        var spaced = FeishuEnvelope.Of(
            Key,
            $$"""
             {
                "type" : "url_verification",
                "challenge" : "ajls384kdjx98XX",
                "token" : "{{Token}}"
             }
            """
        );
        await _host.SendAsync(Request(spaced)).IsAsync(200, Answer);

        foreach (var body in (string[])[Event, FeishuEnvelope.Of(Key, Event.Replace("e-1", "e-2"))])
        {
            await _host.SendAsync(Request(body, FeishuEnvelope.Signature(Key, body))).IsAsync(200);
        }

        Assert.Equal(["e-1", "e-2"], _host.Deliveries.Handled.Select(delivery => delivery.Id));
        _host.Deliveries.Forget();
    }

    private static IEnumerable<(string Name, string Body)> Unsigned()
    {
        var handshake = Encoding.UTF8.GetBytes(Handshake(Token));
        var plain = FeishuEnvelope.Pad(handshake);
        foreach (var padding in Enumerable.Range(0, 18).Append(255).Where(padding => padding != plain[^1]))
        {
            var wrong = plain.ToArray();
            wrong[^1] = (byte)padding;
            yield return ($"padding of {padding}", Encrypted(wrong));
        }

        for (var i = 2; i <= plain[^1]; i++)
        {
            var wrong = plain.ToArray();
            wrong[^i] ^= 1;
            yield return ($"padding whose byte {i} is another", Encrypted(wrong));
        }

        var cipherText = FeishuEnvelope.Encrypt(Key, plain);
        for (var length = 0; length < cipherText.Length; length += BlockLength / 2)
        {
            yield return ($"cut to {length} bytes", FeishuEnvelope.Json(cipherText[..length]));
        }

        var text = Convert.ToBase64String(cipherText);
        yield return ("not base64", FeishuEnvelope.Json(text[..^4] + "!!!!"));
        yield return ("half of base64", FeishuEnvelope.Json(text[..^1]));
        yield return ("the cipher text is none", FeishuEnvelope.Json("!"));
        yield return ("the cipher text is empty", FeishuEnvelope.Json(""));
        yield return ("the cipher text is a number", """{"encrypt":1}""");
        yield return ("another key", FeishuEnvelope.Of("another key", Handshake(Token)));
        yield return ("random bytes", FeishuEnvelope.Json(RandomNumberGenerator.GetBytes(10 * BlockLength)));

        foreach (var message in Messages())
        {
            yield return ($"encrypted: {message}", FeishuEnvelope.Of(Key, message));
        }

        foreach (var message in Messages())
        {
            yield return ($"plain: {message}", message);
        }

        yield return ("a handshake beside a cipher text", Beside(Handshake(Token), "AAAA"));
        yield return ("a handshake beside a cipher text of a message", Beside(Handshake(Token), text[..64]));
        var longHandshake = Handshake(Token, challenge: new string('c', 1024));
        yield return ("too long", longHandshake);
        yield return ("too long and encrypted", FeishuEnvelope.Of(Key, longHandshake));
        yield return ("not even JSON, and long", new string('x', 100_000));
    }

    private static IEnumerable<string> Messages() =>
        [
            "",
            " ",
            "{",
            "{}",
            "[]",
            "null",
            "1",
            "\"text\"",
            "héllo",
            "\u0000",
            Event,
            Handshake("another"),
            Handshake(Token + "x"),
            Handshake(Token[..^1]),
            Handshake(""),
            Handshake(Token, challenge: ""),
            Handshake(Token, challenge: "é"),
            Handshake(Token, challenge: "\\n"),
            Handshake(Token, type: "url_verificatioN"),
            Handshake(Token, type: "event_callback"),
            Handshake(Token) + "x",
            $"[{Handshake(Token)}]",
            $"{Handshake(Token)[..^1]},\"token\":\"{Token}\"}}",
            $"{Handshake(Token)[..^1]},\"challenge\":\"c\"}}",
            $"{Handshake(Token)[..^1]},}}",
            $$"""{"challenge":"c","type":"url_verification"}""",
            $$"""{"challenge":"c","type":"url_verification","token":1}""",
            $$"""{"challenge":"c","type":"url_verification","token":null}""",
            $$"""{"challenge":1,"type":"url_verification","token":"{{Token}}"}""",
            $$"""{"type":"url_verification","token":"{{Token}}"}""",
            $$"""{"challenge":"c","token":"{{Token}}"}""",
        ];

    private static IEnumerable<(string Name, string Body, (string, string)[] Headers)> Signed()
    {
        var encrypted = FeishuEnvelope.Of(Key, Event);
        var damaged = FeishuEnvelope.Json(FeishuEnvelope.Encrypt(Key, new byte[3 * BlockLength]));
        yield return ("another key signed", Event, FeishuEnvelope.Signature("another key", Event));
        yield return ("another key signed what is encrypted", encrypted, FeishuEnvelope.Signature("another key", encrypted));
        yield return ("another key signed what is damaged", damaged, FeishuEnvelope.Signature("another key", damaged));
        yield return ("the signature of another body", encrypted, FeishuEnvelope.Signature(Key, Event));
        yield return ("signed, and damaged", damaged, FeishuEnvelope.Signature(Key, damaged));
        yield return ("signed, and not base64", FeishuEnvelope.Json("!"), FeishuEnvelope.Signature(Key, FeishuEnvelope.Json("!")));
    }

    private static string Handshake(string token, string challenge = "ajls384kdjx98XX", string type = "url_verification") =>
        $$"""{"challenge":"{{challenge}}","token":"{{token}}","type":"{{type}}"}""";

    private static string Beside(string handshake, string cipherText) => $$"""{"encrypt":"{{cipherText}}",{{handshake[1..]}}""";

    private static string Encrypted(byte[] plain) => FeishuEnvelope.Json(FeishuEnvelope.Encrypt(Key, plain));

    /// <summary>What the block itself decrypts to, before the vector is laid over it.</summary>
    private static byte[] Decrypt(byte[] block)
    {
        using var aes = Aes.Create();
        aes.Key = SHA256.HashData(Encoding.UTF8.GetBytes(Key));
        return aes.DecryptEcb(block.AsSpan(BlockLength), PaddingMode.None);
    }

    private static HttpRequestMessage Request(string body, params (string Name, string Value)[] headers) =>
        Requests.Create(HttpMethod.Post, WebhookHost.Prefix + "/feishu", Encoding.UTF8.GetBytes(body), headers);
}
