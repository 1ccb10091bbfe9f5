using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Signing.Refusals;
using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Verification.Refusals;

/// <summary>What a host guesses of a delivery that it refused: one case for each thing that senders do.</summary>
public sealed class GuessTests : IAsyncLifetime
{
    private const string Body = """{"a":1,"b":"x/é"}""";
    private const string GitHub = "X-Hub-Signature-256";
    private const string Signature = "X-Signature";
    private const string EncodedKey = "00112233445566778899aabbccddeeff";

    private WebhookHost _host = null!;

    private long Now => _host.Time.GetUtcNow().ToUnixTimeSeconds();

    public async ValueTask InitializeAsync() => _host = await WebhookHost.StartAsync(environment: "Development");

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Base64_in_place_of_hexadecimal() =>
        Assert.Equal(RefusalCause.Encoding, await GuessAsync("/github", Body, (GitHub, "sha256=" + Sign.Sha256Base64(Body))));

    [Fact]
    public async Task Hexadecimal_in_place_of_base64() =>
        Assert.Equal(RefusalCause.Encoding, await GuessAsync("/base64", Body, (Signature, "v1," + Sign.Sha256Hex(Body))));

    [Theory]
    [InlineData("")]
    [InlineData("v1=")]
    [InlineData("SHA256=")]
    public async Task Another_prefix_or_none(string prefix) =>
        Assert.Equal(RefusalCause.Prefix, await GuessAsync("/github", Body, (GitHub, prefix + Sign.Sha256Hex(Body))));

    [Fact]
    public async Task A_prefix_where_none_is_expected() =>
        Assert.Equal(
            RefusalCause.Prefix,
            await GuessAsync("/schemes/hex-key", Body, (Signature, "sha256=" + ByKey(Convert.FromHexString(EncodedKey), Body)))
        );

    [Fact]
    public async Task Another_algorithm()
    {
        Assert.Equal(RefusalCause.Algorithm, await GuessAsync("/github", Body, (GitHub, "sha256=" + Sign.Sha1Hex(Body))));
        Assert.Equal(RefusalCause.Algorithm, await GuessAsync("/sha1", Body, (Signature, "sha1=" + Sign.Sha384Hex(Body))));
        Assert.Equal(RefusalCause.Algorithm, await GuessAsync("/base64", Body, (Signature, "v1," + Sign.Sha512Base64(Body))));
    }

    [Theory]
    [InlineData("""{ "a": 1, "b": "x/é" }""", """{"a":1,"b":"x/é"}""")]
    [InlineData("""{"a":1,"b":"x/é"}""", """{"a": 1, "b": "x/\u00e9"}""")]
    [InlineData("""{"a":1,"b":"x/é"}""", """{"a": 1, "b": "x/é"}""")]
    [InlineData("""{"a":1,"b":"x/é"}""", """{"a":1,"b":"x\/\u00e9"}""")]
    [InlineData("""{"a":1,"b":[1.50,{}]}""", "{\n  \"a\": 1,\n  \"b\": [\n    1.50,\n    {}\n  ]\n}")]
    [InlineData("""{"a":"\u00e9"}""", """{"a":"é"}""")]
    public async Task Json_that_was_written_anew(string sent, string signed) =>
        Assert.Equal(RefusalCause.RewrittenJson, await GuessAsync("/github", sent, (GitHub, Sign.GitHub(signed))));

    [Theory]
    [InlineData("{}\n", "{}")]
    [InlineData("{}\r\n", "{}")]
    [InlineData("{}", "{}\n")]
    [InlineData("{}", "{}\r\n")]
    public async Task A_line_end_at_the_end(string sent, string signed) =>
        Assert.Equal(RefusalCause.TrailingNewline, await GuessAsync("/github", sent, (GitHub, Sign.GitHub(signed))));

    [Theory]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\nb", "a\r\nb")]
    public async Task Other_line_ends(string sent, string signed) =>
        Assert.Equal(RefusalCause.LineEndings, await GuessAsync("/github", sent, (GitHub, Sign.GitHub(signed))));

    [Fact]
    public async Task A_byte_order_mark() =>
        Assert.Equal(RefusalCause.ByteOrderMark, await GuessAsync("/github", Body, (GitHub, Sign.GitHub("\uFEFF" + Body))));

    [Fact]
    public async Task An_empty_body() => Assert.Equal(RefusalCause.EmptyBody, await GuessAsync("/github", Body, (GitHub, Sign.GitHub(""))));

    [Fact]
    public async Task A_secret_that_is_not_decoded_or_decoded()
    {
        Assert.Equal(
            RefusalCause.SecretReading,
            await GuessAsync("/schemes/hex-key", Body, (Signature, ByKey(Encoding.UTF8.GetBytes(EncodedKey), Body)))
        );
        _host.Configuration.Change([(WebhookHost.Settings + "GitHubSecret", EncodedKey)]);
        Assert.Equal(
            RefusalCause.SecretReading,
            await GuessAsync("/github", Body, (GitHub, "sha256=" + ByKey(Convert.FromHexString(EncodedKey), Body)))
        );
        // As it is written in the configuration, with what stands before the key.
        var written = "whsec_" + Convert.ToBase64String(Encoding.UTF8.GetBytes("a key of some length"));
        _host.Configuration.Change([(WebhookHost.Settings + "EncodedKeys", written)]);
        Assert.Equal(
            RefusalCause.SecretReading,
            await GuessAsync("/schemes/base64-key", Body, (Signature, ByKey(Encoding.UTF8.GetBytes(written), Body)))
        );
    }

    [Fact]
    public async Task Two_differences_are_told_both()
    {
        var explanation = await ExplainAsync("/github", "{}\n", (GitHub, Sign.Sha256Base64("{}")));

        Assert.Equal(
            [RefusalCause.TrailingNewline, RefusalCause.Encoding, RefusalCause.Prefix],
            explanation.Guesses.Select(guess => guess.Cause)
        );
    }

    [Fact]
    public async Task Nothing_that_fits_is_another_secret()
    {
        Assert.Equal(RefusalCause.Secret, await GuessAsync("/github", Body, (GitHub, Sign.GitHub(Body, "another"))));
        Assert.Equal(RefusalCause.Unreadable, await GuessAsync("/github", Body, (GitHub, "sha256=zz")));
    }

    [Fact]
    public async Task A_clock_that_is_off_is_told_with_how_far()
    {
        var explanation = await ExplainTimedAsync(Now - 411);

        Assert.Equal(RefusalCause.Clock, explanation.Guesses[0].Cause);
        Assert.Contains("412 s in the past, and 300 s are allowed", explanation.Guesses[0].Text, StringComparison.Ordinal);
        Assert.Equal((412, false), (explanation.Clock!.Age.TotalSeconds, explanation.Clock.IsTolerated));
    }

    [Fact]
    public async Task A_time_in_another_unit() =>
        Assert.Equal(RefusalCause.TimeUnit, (await ExplainTimedAsync(Now * 1000)).Guesses[0].Cause);

    [Fact]
    public async Task Another_url()
    {
        const string Path = WebhookHost.Prefix + "/schemes/url";
        foreach (var url in new[] { $"http://hooks.example.com{Path}", $"https://hooks.example.com{Path}/", Path })
        {
            Assert.Equal(RefusalCause.Url, await GuessAsync("/schemes/url", Body, (Signature, Sign.Sha256Hex($"POST {url} {Body}"))));
        }
    }

    [Fact]
    public async Task A_text_that_could_be_divided_in_two_ways()
    {
        var id = $"msg.{Now}";

        Assert.Equal(
            RefusalCause.Ambiguous,
            await GuessAsync(
                "/identified",
                Body,
                (Signature, Sign.Sha256Hex($"{id}.{Now}.{Body}")),
                ("X-Timestamp", $"{Now}"),
                ("X-Id", id)
            )
        );
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        var explanation = await ExplainAsync("/identified", Body, (Signature, "00"), ("X-Timestamp", $"{Now}"));

        Assert.Equal((RefusalCause.Missing, "X-Id is missing."), (explanation.Guesses[0].Cause, explanation.Guesses[0].Text));
        Assert.Equal(
            ("X-Id", 0, "missing"),
            explanation.Values.Select(value => (value.Name, value.Count, value.Reading)).Single(value => value.Name == "X-Id")
        );
    }

    [Fact]
    public async Task A_signature_of_a_private_key_over_another_writing()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _host.Configuration.Change([(WebhookHost.Settings + "PublicKeys", Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()))]);
        var signature = key.SignData("{}"u8, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

        Assert.Equal(
            RefusalCause.TrailingNewline,
            await GuessAsync("/schemes/ecdsa", "{}\n", (Signature, Convert.ToBase64String(signature)))
        );
        Assert.Equal(RefusalCause.Encoding, await GuessAsync("/schemes/ecdsa", "{}", (Signature, Convert.ToHexStringLower(signature))));
    }

    [Theory]
    [InlineData("/token/bearer", "Authorization", WebhookHost.Token, RefusalCause.Prefix)]
    [InlineData("/token/header", "X-Token", "Bearer a token", RefusalCause.Prefix)]
    [InlineData("/token/header", "X-Token", "YSB0b2tlbg==", RefusalCause.Encoding)]
    [InlineData("/token/header", "X-Token", "a%20token", RefusalCause.Encoding)]
    [InlineData("/token/header", "X-Token", "a tokeN", RefusalCause.Secret)]
    public async Task A_token(string endpoint, string header, string sent, RefusalCause cause) =>
        Assert.Equal(cause, await GuessAsync(endpoint, "", (header, sent)));

    /// <summary>The parts that were signed, with what anyone can compute of them.</summary>
    [Fact]
    public async Task The_signed_text_is_shown_part_by_part()
    {
        var explanation = await ExplainAsync(
            "/identified",
            Body,
            (Signature, Sign.Sha256Hex("other")),
            ("X-Timestamp", $"{Now}"),
            ("X-Id", "msg1")
        );

        Assert.Equal(["X-Id", "'.'", "X-Timestamp", "'.'", "body"], explanation.SignedText.Select(part => part.Name));
        Assert.Equal([4, 1, 10, 1, Encoding.UTF8.GetByteCount(Body)], explanation.SignedText.Select(part => (int)part.Length!));
        Assert.Equal(Sign.DigestHex(Body), explanation.SignedText[^1].Sha256);
        Assert.Equal(1, explanation.SecretCount);
        Assert.Equal([0], explanation.SecretsTried);
        Assert.Equal((Signature, 1, 64), (explanation.Values[0].Name, explanation.Values[0].Count, explanation.Values[0].Length));
    }

    [Fact]
    public async Task Which_of_several_secrets_were_tried_is_told_by_their_place()
    {
        _host.Configuration.Change([(WebhookHost.Settings + "EncodedKeys", $"{EncodedKey}\nno hex\n{EncodedKey}")]);

        var explanation = await ExplainAsync("/schemes/hex-key", Body, (Signature, Sign.Sha256Hex("other")));

        Assert.Equal(3, explanation.SecretCount);
        Assert.Equal([0, 2], explanation.SecretsTried);
    }

    private Task<RefusalExplanation> ExplainTimedAsync(long time)
    {
        var text = time.ToString(CultureInfo.InvariantCulture);
        return ExplainAsync("/timestamped", Body, (Signature, "v0=" + Sign.Sha256Hex($"v0:{text}:{Body}")), ("X-Timestamp", text));
    }

    private async Task<RefusalCause> GuessAsync(string endpoint, string body, params (string Name, string Value)[] headers) =>
        (await ExplainAsync(endpoint, body, headers)).Guesses[0].Cause;

    private async Task<RefusalExplanation> ExplainAsync(string endpoint, string body, params (string Name, string Value)[] headers)
    {
        _host.Log.Forget();
        // The next explanation is due.
        _host.Time.Advance(TimeSpan.FromSeconds(1));
        var response = await _host.PostAsync(endpoint, body, headers);
        Assert.InRange((int)response.StatusCode, 400, 403);
        var logged = Assert.Single(_host.Log.Named("RefusalExplained"));
        return (RefusalExplanation)logged.Fields["Explanation"]!;
    }

    private static string ByKey(byte[] key, string signed) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));
}
