using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Tests.Transport;

/// <summary>Only the exact signature of the exact bytes, under a secret that is configured now, gets a delivery in.</summary>
public sealed class SignatureTests(TransportHost host) : IClassFixture<TransportHost>
{
    private const string Body = """{"a":1,"b":2}""";
    private const string Name = "X-Hub-Signature-256: ";

    private static readonly string Signature = TestSignature.Header(TransportHost.Secret, Body);

    public static TheoryData<int> ShorterThanASignature => [.. Enumerable.Range(0, SHA256.HashSizeInBytes)];

    public static TheoryData<string> OtherSpellings =>
        [
            "sha1=" + Hex(HMACSHA1.HashData),
            "md5=" + Hex(HMACMD5.HashData),
            "sha512=" + Hex(HMACSHA512.HashData),
            "none",
            "none=",
            "=",
            "sha256",
            Hex(HMACSHA256.HashData),
            "SHA256=" + Hex(HMACSHA256.HashData),
            "sha256=0x" + Hex(HMACSHA256.HashData),
            "sha256= " + Hex(HMACSHA256.HashData),
            "sha256=" + Hex(HMACSHA256.HashData) + "00",
            "sha256=" + Hex(HMACSHA256.HashData) + ",sha256=" + Hex(HMACSHA256.HashData),
            "sha256=" + Hex(HMACSHA1.HashData),
            "sha256=" + new string('0', 64),
            "sha256=" + new string('z', 64),
        ];

    public static TheoryData<string> OtherBytes =>
        [
            """{"b":2,"a":1}""",
            """{"a": 1, "b": 2}""",
            """{"a":1.0,"b":2}""",
            """{"\u0061":1,"b":2}""",
            Body + "\n",
            " " + Body,
            "\u00ef\u00bb\u00bf" + Body, // A byte order mark.
            "",
        ];

    [Fact]
    public async Task A_signed_body_is_accepted() => Assert.Equal(200, await PostAsync(Body, Signature));

    [Fact]
    public async Task A_body_without_a_signature_is_rejected() => Assert.Equal(400, await PostAsync(Body));

    [Fact]
    public async Task An_empty_signature_is_rejected() => Assert.Equal(400, await PostAsync(Body, Name));

    [Theory, MemberData(nameof(ShorterThanASignature))]
    public async Task The_beginning_of_a_signature_is_rejected(int bytes) =>
        Assert.Equal(403, await PostAsync(Body, Signature[..(Name.Length + "sha256=".Length + (2 * bytes))]));

    [Theory, MemberData(nameof(OtherSpellings))]
    public async Task Another_algorithm_or_spelling_is_rejected(string value) => Assert.Equal(403, await PostAsync(Body, Name + value));

    [Theory, MemberData(nameof(OtherBytes))]
    public async Task The_same_document_in_other_bytes_is_rejected(string body) => Assert.Equal(403, await PostAsync(body, Signature));

    [Fact]
    public async Task Two_signatures_are_rejected_although_both_are_right() =>
        Assert.Equal(403, await PostAsync(Body, Signature, Signature));

    [Fact]
    public async Task While_a_secret_is_rotated_both_are_accepted_and_no_third()
    {
        await using var rotating = await TransportHost.StartAsync(
            (TransportPlugin.SecretSetting, ""),
            (TransportPlugin.SecretSetting + ":0", "new"),
            (TransportPlugin.SecretSetting + ":1", "old")
        );

        var statuses = new List<int>();
        foreach (var secret in (string[])["new", "old", "older"])
        {
            statuses.Add(await PostAsync(rotating, Body, TestSignature.Header(secret, Body)));
        }

        Assert.Equal([200, 200, 403], statuses);
    }

    [Theory]
    [InlineData("another", 403)]
    [InlineData("", 500)]
    public async Task A_secret_that_is_removed_is_worth_nothing_from_the_next_request_on(string instead, int status)
    {
        await using var changing = await TransportHost.StartAsync();
        Assert.Equal(200, await PostAsync(changing, Body, Signature));

        changing.Change((TransportPlugin.SecretSetting, instead));

        Assert.Equal(status, await PostAsync(changing, Body, Signature));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\n")]
    public async Task A_blank_secret_is_an_error_of_ours_and_no_signature_passes(string secret)
    {
        await using var blank = await TransportHost.StartAsync((TransportPlugin.SecretSetting, secret));

        var answer = await RawHttp.ExchangeAsync(
            blank.Http1,
            RawRequest.Post(TransportPlugin.Signed, Body, TestSignature.Header(secret, Body))
        );

        Assert.Equal(500, answer.Status);
        Assert.Contains("Webhook secret not configured", answer.Text, StringComparison.Ordinal);
        Assert.Empty(blank.Plugin.Handled);
    }

    private static string Hex(Func<byte[], byte[], byte[]> mac) =>
        Convert.ToHexStringLower(mac(Encoding.UTF8.GetBytes(TransportHost.Secret), Encoding.UTF8.GetBytes(Body)));

    private Task<int> PostAsync(string body, params string[] headers) => PostAsync(host, body, headers);

    private static async Task<int> PostAsync(TransportHost host, string body, params string[] headers) =>
        (await RawHttp.ExchangeAsync(host.Http1, RawRequest.Post(TransportPlugin.Signed, body, headers))).Status;
}
