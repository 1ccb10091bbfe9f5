using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Tests.Providers;

public sealed class TwilioTests
{
    private const string Header = "X-Twilio-Signature";
    private const string Url = "https://hooks.example.com";
    private const string Form = "application/x-www-form-urlencoded";

    public static TheoryData<int> Vectors => CodeVector.Numbers("twilio");

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task What_Twilios_libraries_sign_verifies(int number)
    {
        var vector = CodeVector.Of("twilio")[number];
        var bench = new VerifierBench(
            new TwilioSignatureAttribute { Secret = "Token" },
            ("Token", vector.Secret),
            ("PublicUrls:/hook", vector.Url)
        );

        Assert.Equal(vector.IsValid ? 200 : 403, await bench.StatusAsync(vector.Request));
    }

    private const string SettingsHeader = "X-Twilio-Webhooks-Signature-Settings";

    /// <summary>Where both are allowed, the auth token signs with SHA-1 and the SharedKey with SHA-256, and neither as the other does.</summary>
    [Theory]
    [InlineData(null, "token", "SHA1", 200)]
    [InlineData("", "token", "SHA1", 200)]
    [InlineData("key=k,algorithm=HMAC_SHA256", "shared", "SHA256", 200)]
    [InlineData("algorithm=HMAC_SHA256, key=k", "shared", "SHA256", 200)]
    [InlineData(null, "token", "SHA256", 403)]
    [InlineData(null, "shared", "SHA1", 403)]
    [InlineData(null, "shared", "SHA256", 403)]
    [InlineData("key=k,algorithm=HMAC_SHA256", "token", "SHA256", 403)]
    [InlineData("key=k,algorithm=HMAC_SHA256", "token", "SHA1", 403)]
    [InlineData("key=k,algorithm=HMAC_SHA256", "shared", "SHA1", 403)]
    [InlineData("key=k,algorithm=HMAC_SHA1", "shared", "SHA1", 403)]
    [InlineData("key=k,algorithm=HMAC_SHA1", "token", "SHA1", 403)]
    [InlineData("key=k", "token", "SHA1", 403)]
    [InlineData("key=k,algorithm=", "shared", "SHA1", 403)]
    [InlineData("key=k,algorithm=HMAC_SHA256,algorithm=HMAC_SHA256", "shared", "SHA256", 403)]
    [InlineData("key=k,algorithm=HMAC_SHA512", "shared", "SHA256", 403)]
    [InlineData("key=k;algorithm=HMAC_SHA256", "shared", "SHA256", 403)]
    public async Task A_delivery_chooses_among_what_is_allowed_only(string? said, string key, string algorithm, int status)
    {
        var bench = new VerifierBench(
            new TwilioSignatureAttribute { Secret = "Token", SharedKey = "Shared" },
            ("Token", "token"),
            ("Shared", "shared"),
            ("PublicUrl", Url)
        );

        Assert.Equal(status, await bench.StatusAsync(SignedWith(said, key, algorithm)));
    }

    [Theory]
    [InlineData(null, "SHA1", true, 403)]
    [InlineData("key=k,algorithm=HMAC_SHA1", "SHA1", true, 200)]
    [InlineData("key=k,algorithm=HMAC_SHA256", "SHA256", true, 403)]
    [InlineData("key=k,algorithm=HMAC_SHA1", "SHA1", false, 403)]
    [InlineData("key=k,algorithm=HMAC_SHA256", "SHA256", false, 200)]
    public async Task A_shared_key_has_the_one_algorithm_that_the_author_says(string? said, string algorithm, bool usesSha1, int status)
    {
        var bench = new VerifierBench(
            new TwilioSignatureAttribute { SharedKey = "Shared", SharedKeyUsesSha1 = usesSha1 },
            ("Shared", "shared"),
            ("PublicUrl", Url)
        );

        Assert.Equal(status, await bench.StatusAsync(SignedWith(said, "shared", algorithm)));
    }

    [Fact]
    public async Task A_shared_key_that_the_author_does_not_allow_verifies_nothing()
    {
        var bench = new VerifierBench(new TwilioSignatureAttribute { Secret = "Token" }, ("Token", "shared"), ("PublicUrl", Url));

        Assert.Equal(403, await bench.StatusAsync(SignedWith("key=k,algorithm=HMAC_SHA256", "shared", "SHA256")));
        Assert.Equal(403, await bench.StatusAsync(SignedWith("key=k,algorithm=HMAC_SHA1", "shared", "SHA1")));
    }

#pragma warning disable CA5350 // What Twilio signs with.
    private static BenchRequest SignedWith(string? said, string key, string algorithm)
    {
        var (name, text) = (Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{Url}/hookA1"));
        var hash = algorithm == "SHA256" ? HMACSHA256.HashData(name, text) : HMACSHA1.HashData(name, text);
        (string, string)[] signature = [(Header, Convert.ToBase64String(hash))];
        return new BenchRequest("A=1") { ContentType = Form, Headers = said is null ? signature : [.. signature, (SettingsHeader, said)] };
    }
#pragma warning restore CA5350

    [Fact]
    public async Task Of_a_form_every_byte_is_signed()
    {
        var request = Signed("Body=h%C3%A9llo+%E2%98%83&From=%2B14158675309&MessageSid=SM123");

        await Corruption.IsRejectedAsync(Bench(), request);
        await Corruption.OfHeaderIsRejectedAsync(Bench(), request, Header);
    }

    [Fact]
    public async Task Of_JSON_every_byte_is_hashed_into_the_URL()
    {
        const string Body = """{"property":"value"}""";
        var query = "?bodySHA256=" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Body)));
        var request = new BenchRequest(Body) { Query = query, Headers = [(Header, Sign($"{Url}/hook{query}"))] };

        await Corruption.IsRejectedAsync(Bench(), request);
        Assert.Equal(403, await Bench().StatusAsync(request with { Query = query + "&bodySHA256=" + query[12..] }));
    }

    [Fact]
    public async Task A_body_that_nothing_covers_is_403()
    {
        var request = new BenchRequest("""{"a":1}""") { Headers = [(Header, Sign($"{Url}/hook"))] };

        Assert.Equal(403, await Bench().StatusAsync(request));
        Assert.Equal(403, await Bench().StatusAsync(request with { ContentType = "multipart/form-data; boundary=x" }));
        Assert.Equal(200, await Bench().StatusAsync(request with { Method = "GET", Body = [] }));
    }

    [Theory]
    [InlineData("a=%00")]
    [InlineData("a=%C3")]
    [InlineData("%ff=1")]
    public async Task A_form_that_is_no_text_is_403(string body) => Assert.Equal(403, await Bench().StatusAsync(Signed(body)));

    [Fact]
    public async Task A_field_that_comes_twice_is_signed_twice()
    {
        var once = Signed("a=1");

        Assert.Equal(403, await Bench().StatusAsync(once with { Body = "a=1&a=2"u8.ToArray() }));
    }

    /// <summary>As Twilio's libraries do, which put values of one name into a set.</summary>
    [Fact]
    public async Task Equal_fields_are_signed_once()
    {
        var once = Signed("a=1&a=2");

        Assert.Equal(200, await Bench().StatusAsync(once with { Body = "a=2&a=1&a=2&a=1"u8.ToArray() }));
        Assert.Equal(403, await Bench().StatusAsync(once with { Body = "a=2&a=1&a=3"u8.ToArray() }));
    }

    /// <summary>Nobody has signed anything yet when fields are told apart, so a thousand of them must not cost a million comparisons.</summary>
    [Fact]
    public void To_tell_fields_apart_takes_work_in_proportion_to_their_number()
    {
        const int Most = 1024;
        var work = new CountingEquality();

        var text = TwilioText.Of([.. Enumerable.Range(0, Most).Select(i => KeyValuePair.Create("a", $"{i:0000}"))], work);

        Assert.Equal(Most * "a0000".Length, text.Length);
        Assert.InRange(work.Count, Most, 8 * Most);
    }

    [Fact]
    public async Task Who_configures_nothing_verifies_nothing()
    {
        var request = Signed("a=1");

        Assert.Equal(400, await Bench().StatusAsync(request.Without(Header)));
        Assert.Equal(403, await Bench().StatusAsync(request.Twice(Header)));
        Assert.Equal(403, await Bench("other").StatusAsync(request));
        Assert.Equal(500, await Bench(" ").StatusAsync(request));
        Assert.Equal(500, await Bench(url: null).StatusAsync(request));
        Assert.Equal("Secret", new VerifierBench(new TwilioSignatureAttribute(), ("PublicUrl", Url)).MissingSetting);
        Assert.Equal("Token", Bench("").MissingSetting);
        Assert.Equal("PublicUrl", Bench(url: null).MissingSetting);
    }

    [Fact]
    public async Task During_a_rotation_both_tokens_verify()
    {
        Assert.Equal(1, (await Bench("new\n12345").VerifyAsync(Signed("a=1"))).SecretIndex);
    }

    [Theory]
    [InlineData("https://a/x", "https://a:443/x")]
    [InlineData("http://a?x=1", "http://a:80?x=1")]
    [InlineData("https://a:8443/x", "https://a/x")]
    [InlineData("https://u:p@a/x", "https://u:p@a:443/x")]
    [InlineData("https://u:p@a:1/x", "https://u:p@a/x")]
    [InlineData("https://[::1]/x", "https://[::1]:443/x")]
    [InlineData("https://[::1]:1/x", "https://[::1]/x")]
    public void A_URL_is_tried_with_and_without_its_port(string url, string other) =>
        Assert.Equal([url, other], TwilioText.WithAndWithoutPort(url));

    private static VerifierBench Bench(string token = "12345", string? url = Url) =>
        new(new TwilioSignatureAttribute { Secret = "Token" }, ("Token", token), ("PublicUrl", url));

    private static BenchRequest Signed(string form)
    {
        // Fields as they stand here are sorted already.
        var text = Url + "/hook" + Uri.UnescapeDataString(form.Replace('+', ' ').Replace("&", "").Replace("=", ""));
        return new BenchRequest(form) { ContentType = Form, Headers = [(Header, Sign(text))] };
    }

    private sealed class CountingEquality : IEqualityComparer<(string, string)>
    {
        public int Count { get; private set; }

        public bool Equals((string, string) x, (string, string) y)
        {
            Count++;
            return x == y;
        }

        public int GetHashCode((string, string) obj)
        {
            Count++;
            return obj.GetHashCode();
        }
    }

#pragma warning disable CA5350 // The scheme under test.
    private static string Sign(string text) => Convert.ToBase64String(HMACSHA1.HashData("12345"u8, Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
}
