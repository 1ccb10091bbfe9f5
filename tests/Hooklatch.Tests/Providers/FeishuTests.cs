using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Tests.Providers;

public sealed class FeishuTests
{
    private const string Key = "test key";
    private const string Challenge = """{"challenge":"ajls384kdjx98XX","token":"xxxxxx","type":"url_verification"}""";
    private const string Event = """{"schema":"2.0","header":{"event_id":"e-1","event_type":"im.message.receive_v1"}}""";

    [Fact]
    public void What_Feishu_documents_decrypts()
    {
        var vector = Assert.Single(CodeVector.Of("feishu"));
        var cipherText = vector.Body.Split('"')[3];

        Assert.Equal(vector.Text("plaintext"), Decrypt(vector.Secret, cipherText));
        for (var i = 0; i < cipherText.Length; i++)
        {
            Assert.Null(Decrypt(Key, cipherText[..i]));
        }

        Assert.Null(Decrypt("other", cipherText));
        Assert.Null(Decrypt(Key, "!"));
        Assert.Null(Decrypt(Key, ""));
    }

    [Fact]
    public async Task A_signed_event_verifies_encrypted_or_not()
    {
        var verdict = await Bench().VerifyAsync(Signed(Event));
        Assert.Equal(("im.message.receive_v1", "e-1", false), (verdict.Event, verdict.DeliveryId, verdict.Payload.HasValue));

        verdict = await Bench().VerifyAsync(Signed(Encrypted(Event)));
        Assert.Equal(("im.message.receive_v1", "e-1"), (verdict.Event, verdict.DeliveryId));
        Assert.Equal(Event, Encoding.UTF8.GetString(verdict.Payload!.Value.Span));
    }

    [Fact]
    public async Task Every_byte_counts()
    {
        await Corruption.IsRejectedAsync(Bench(), Signed(Event));
        await Corruption.IsRejectedAsync(Bench(), Signed(Encrypted(Event)));
        await Corruption.OfHeaderIsRejectedAsync(Bench(), Signed(Event), "X-Lark-Signature");
        await Corruption.OfHeaderIsRejectedAsync(Bench(), Signed(Event), "X-Lark-Request-Nonce");
    }

    /// <summary>Without a signature it could be the handshake, and is rejected as whatever else is not.</summary>
    [Theory]
    [InlineData("X-Lark-Signature", 403)]
    [InlineData("X-Lark-Request-Nonce", 400)]
    [InlineData("X-Lark-Request-Timestamp", 400)]
    public async Task Each_header_stands_once(string name, int status)
    {
        Assert.Equal(status, await Bench().StatusAsync(Signed(Event).Without(name)));
        Assert.Equal(403, await Bench().StatusAsync(Signed(Event).Twice(name)));
    }

    [Fact]
    public async Task A_tolerance_holds()
    {
        Assert.Equal(403, await Bench(tolerance: 300).StatusAsync(Signed(Event), VerifierBench.Now.AddSeconds(301)));
        Assert.Equal(200, await Bench(tolerance: 300).StatusAsync(Signed(Event), VerifierBench.Now.AddSeconds(-300)));
    }

    [Fact]
    public async Task A_handshake_is_answered_to_who_knows_the_token()
    {
        Assert.Equal("""{"challenge":"ajls384kdjx98XX"}""", await AnswerAsync(Bench("xxxxxx"), Challenge));
        Assert.Equal("""{"challenge":"ajls384kdjx98XX"}""", await AnswerAsync(Bench("xxxxxx"), Encrypted(Challenge)));
        Assert.Equal(403, await Bench("other").StatusAsync(new BenchRequest(Challenge)));
        Assert.Equal(403, await Bench("other").StatusAsync(new BenchRequest(Encrypted(Challenge))));
    }

    [Fact]
    public async Task Without_a_token_it_is_answered_to_who_knows_the_key()
    {
        Assert.Equal("""{"challenge":"ajls384kdjx98XX"}""", await AnswerAsync(Bench(), Encrypted(Challenge)));
        Assert.Equal(403, await Bench().StatusAsync(new BenchRequest(Challenge)));
    }

    [Theory]
    [InlineData("""{"type":"url_verification","challenge":"é","token":"xxxxxx"}""")]
    [InlineData("""{"type":"url_verification","challenge":"","token":"xxxxxx"}""")]
    [InlineData("""{"type":"url_verification","challenge":1,"token":"xxxxxx"}""")]
    [InlineData("""{"type":"other","challenge":"a","token":"xxxxxx"}""")]
    [InlineData("""{"encrypt":"AAAA"}""")]
    [InlineData("")]
    public async Task Nothing_else_goes_unsigned(string body) =>
        Assert.Equal(403, await Bench("xxxxxx").StatusAsync(new BenchRequest(body)));

    /// <summary>To throw takes thousands of times as long as not to, which whoever sent the cipher text can measure.</summary>
    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("héllo")]
    [InlineData(Event)]
    [InlineData("\u0000\u0001")]
    [InlineData("")]
    public async Task Nothing_is_thrown_over_what_an_unsigned_body_decrypts_to(string message)
    {
        var request = new BenchRequest(Encrypted(message));
        var bench = Bench("xxxxxx");
        Assert.Equal(403, await bench.StatusAsync(request));

        var thread = Environment.CurrentManagedThreadId;
        var thrown = 0;
        void Count(object? sender, FirstChanceExceptionEventArgs raised) => thrown += Environment.CurrentManagedThreadId == thread ? 1 : 0;
        AppDomain.CurrentDomain.FirstChanceException += Count;
        var verified = bench.VerifyAsync(request);
        AppDomain.CurrentDomain.FirstChanceException -= Count;

        Assert.True(verified.IsCompletedSuccessfully);
        Assert.Equal(0, thrown);
    }

    [Fact]
    public async Task Keys_rotate_and_a_blank_one_is_500()
    {
        Assert.Equal(1, (await Bench(key: "new\ntest key").VerifyAsync(Signed(Encrypted(Event)))).SecretIndex);
        Assert.Equal(403, await Bench(key: "new").StatusAsync(Signed(Event)));
        Assert.Equal(500, await Bench(key: " ").StatusAsync(Signed(Event)));
    }

    [Fact]
    public async Task Without_a_secret_it_is_500_and_reported()
    {
        var bench = new VerifierBench(new FeishuSignatureAttribute());

        Assert.Equal("Secret", bench.MissingSetting);
        Assert.Equal(500, await bench.StatusAsync(Signed(Event)));
    }

    /// <summary>The message; null where the key encrypted none such.</summary>
    private static string? Decrypt(string key, string text)
    {
        var message = FeishuCipher.Decode(text) is { } cipherText ? FeishuCipher.Decrypt(FeishuKey.Read(key), cipherText) : null;
        var padding = message is null ? 0 : FeishuCipher.PaddingOf(message);
        return padding == 0 ? null : Encoding.UTF8.GetString(message![..^padding]);
    }

    private static async Task<string?> AnswerAsync(VerifierBench bench, string body) =>
        (await bench.VerifyAsync(new BenchRequest(body))).Answer is { } answer ? Encoding.UTF8.GetString(answer.Body.Span) : null;

    private static VerifierBench Bench(string? token = null, string key = Key, int tolerance = 0) =>
        new(
            new FeishuSignatureAttribute
            {
                Secret = "Key",
                VerificationToken = "Token",
                ToleranceSeconds = tolerance,
            },
            ("Key", key),
            ("Token", token)
        );

    private static BenchRequest Signed(string body) =>
        new(body)
        {
            Headers =
            [
                ("X-Lark-Request-Timestamp", "1700000000"),
                ("X-Lark-Request-Nonce", "n"),
                ("X-Lark-Signature", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"1700000000n{Key}{body}")))),
            ],
        };

    private static string Encrypted(string message)
    {
        using var aes = Aes.Create();
        aes.Key = SHA256.HashData(Encoding.UTF8.GetBytes(Key));
        var cipherText = aes.EncryptCbc(Encoding.UTF8.GetBytes(message), aes.IV);
        return $$"""{"encrypt":"{{Convert.ToBase64String([.. aes.IV, .. cipherText])}}"}""";
    }
}
