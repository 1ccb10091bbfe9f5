using System.Text;
using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Verification;

/// <summary>HMAC-SHA256 over the raw body: what passes, and everything that must not.</summary>
public sealed class GitHubSignatureTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Header = "X-Hub-Signature-256";
    private const string Body = """{"a":1,"b":"é"}""";

    private static readonly string Hex = Sign.Sha256Hex(Body);

    private readonly WebhookHost _host = shared.Fresh;

    public static TheoryData<string> Malformed =>
        [
            Hex,
            "sha1=" + Hex,
            "md5=" + Hex,
            "none=" + Hex,
            "none",
            "=",
            "sha256",
            "sha256=",
            "SHA256=" + Hex,
            "sha256 =" + Hex,
            "sha256= " + Hex,
            "sha256:" + Hex,
            "sha256=0x" + Hex,
            "sha256=" + Hex + "00",
            "sha256=" + Hex + " 00",
            "sha256=" + Hex[..^1],
            "sha256=" + Hex[..^1] + "g",
            "sha256=" + Hex[..^1] + "٣",
            "sha256=" + Hex[..^1] + "é",
            "sha256=" + Convert.ToBase64String(Convert.FromHexString(Hex)),
            $"sha256={Hex},sha256={Hex}",
            $"sha256={Hex}, {Hex}",
            new string('f', 4096),
        ];

    [Fact]
    public async Task What_GitHub_documents_verifies()
    {
        // The example of GitHub's own page "Validating webhook deliveries".
        const string Signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
        await _host.PostAsync("/github", "Hello, World!", (Header, Signature)).IsAsync(200);
    }

    [Fact]
    public async Task Digits_in_either_case_verify() =>
        await _host.PostAsync("/github", Body, (Header, "sha256=" + Hex.ToUpperInvariant())).IsAsync(200);

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task An_empty_body_is_signed_like_any_other(string method)
    {
        await _host.SendAsync(new HttpMethod(method), "/github", null, (Header, Sign.GitHub(""))).IsAsync(200);
        await _host
            .SendAsync(new HttpMethod(method), "/github", null, (Header, Sign.GitHub("{}")))
            .IsProblemAsync(403, "Invalid signature");
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_malformed_signature_is_403(string signature)
    {
        await _host.PostAsync("/github", Body, (Header, signature)).IsProblemAsync(403, "Invalid signature");
        Assert.Empty(_host.Deliveries.Handled);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task An_empty_signature_is_a_missing_one(string signature) =>
        Assert.Equal(400, (await _host.PostRawAsync("/github", (Header, signature))).Status);

    [Fact]
    public async Task A_signature_cut_to_any_number_of_bytes_is_403()
    {
        for (var bytes = 0; bytes < 32; bytes++)
        {
            await _host.PostAsync("/github", Body, (Header, "sha256=" + Hex[..(bytes * 2)])).IsProblemAsync(403, "Invalid signature");
        }
    }

    [Fact]
    public async Task A_signature_with_any_bit_flipped_is_403()
    {
        for (var bit = 0; bit < 256; bit++)
        {
            var flipped = "sha256=" + Convert.ToHexStringLower(Flip(Convert.FromHexString(Hex), bit));
            await _host.PostAsync("/github", Body, (Header, flipped)).IsProblemAsync(403, "Invalid signature");
        }
    }

    [Fact]
    public async Task Two_signatures_are_403_even_when_both_are_right()
    {
        var right = Sign.GitHub("");
        Assert.Equal(200, (await _host.PostRawAsync("/github", (Header, right))).Status);
        Assert.Equal(403, (await _host.PostRawAsync("/github", (Header, right), (Header, right))).Status);
        Assert.Equal(403, (await _host.PostRawAsync("/github", (Header, right), (Header, ""))).Status);
    }

    [Theory]
    [InlineData("""{"b":"é","a":1}""")]
    [InlineData("""{"a":1,"b":"\u00e9"}""")]
    [InlineData("""{"a": 1,"b":"é"}""")]
    [InlineData(Body + "\n")]
    [InlineData("\uFEFF" + Body)]
    [InlineData("")]
    public async Task The_same_JSON_in_other_bytes_is_403(string body)
    {
        await _host.PostAsync("/github", body, (Header, "sha256=" + Hex)).IsProblemAsync(403, "Invalid signature");
        Assert.Empty(_host.Deliveries.Handled);
    }

    [Fact]
    public async Task A_body_with_any_bit_flipped_is_403()
    {
        var body = Encoding.UTF8.GetBytes(Body);
        for (var bit = 0; bit < body.Length * 8; bit++)
        {
            var request = Requests.Create(HttpMethod.Post, WebhookHost.Prefix + "/github", Flip(body, bit), (Header, "sha256=" + Hex));
            await _host.SendAsync(request).IsProblemAsync(403, "Invalid signature");
        }

        Assert.Empty(_host.Deliveries.Handled);
    }

    [Fact]
    public async Task The_older_header_is_ignored() =>
        await _host.PostAsync("/github", Body, ("X-Hub-Signature", "sha1=" + Sign.Sha1Hex(Body))).IsProblemAsync(400, "Missing signature");

    [Fact]
    public async Task Event_and_id_of_the_delivery_are_noted()
    {
        await _host.PostAsync("/github", Body, (Header, "sha256=" + Hex), ("X-GitHub-Event", "push"), ("X-GitHub-Delivery", "72d3162e"));

        var delivery = Assert.Single(_host.Deliveries.Handled);
        Assert.Equal(("push", "72d3162e"), (delivery.Event, delivery.Id));
    }

    [Fact]
    public async Task A_repeated_event_or_id_names_neither()
    {
        await _host.PostRawAsync(
            "/github",
            (Header, Sign.GitHub("")),
            ("X-GitHub-Event", "push"),
            ("X-GitHub-Event", "ping"),
            ("X-GitHub-Delivery", "1"),
            ("X-GitHub-Delivery", "2")
        );

        var delivery = Assert.Single(_host.Deliveries.Handled);
        Assert.Equal((null, null), (delivery.Event, delivery.Id));
    }

    private static byte[] Flip(byte[] bytes, int bit)
    {
        var flipped = bytes.ToArray();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }
}
