using System.Net;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Signing;

namespace Hooklatch.Tests.Providers;

public sealed class FusionAuthTests
{
    private const string Header = "X-FusionAuth-Signature-JWT";
    private const string KeySet = "https://auth.example.com/.well-known/jwks.json";
    private const string Body = """{"event":{"id":"1","type":"user.create"}}""";
    private static readonly string Claims =
        $$"""{"request_body_sha256":"{{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Body)))}}"}""";

    public static TheoryData<JwsAlgorithm> Algorithms => [.. Enum.GetValues<JwsAlgorithm>()];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public async Task Every_algorithm_verifies_where_it_is_the_one_of_the_endpoint(JwsAlgorithm algorithm)
    {
        var request = Signed(algorithm);

        Assert.Equal(200, await Pinned(algorithm).StatusAsync(request));
        foreach (var other in Enum.GetValues<JwsAlgorithm>().Where(one => one != algorithm))
        {
            Assert.Equal(403, await Pinned(other).StatusAsync(request));
        }
    }

    [Theory]
    [InlineData(JwsAlgorithm.Hs256)]
    [InlineData(JwsAlgorithm.Rs256)]
    [InlineData(JwsAlgorithm.Es256)]
    public async Task Every_byte_counts(JwsAlgorithm algorithm)
    {
        await Corruption.IsRejectedAsync(Pinned(algorithm), Signed(algorithm));
        await Corruption.OfHeaderIsRejectedAsync(Pinned(algorithm), Signed(algorithm), Header);
    }

    [Fact]
    public async Task The_token_stands_once()
    {
        Assert.Equal(400, await Pinned(JwsAlgorithm.Rs256).StatusAsync(Signed(JwsAlgorithm.Rs256).Without(Header)));
        Assert.Equal(403, await Pinned(JwsAlgorithm.Rs256).StatusAsync(Signed(JwsAlgorithm.Rs256).Twice(Header)));
    }

    /// <summary>What RFC 7518 calls HMAC, keyed with what everybody may know.</summary>
    [Fact]
    public async Task A_public_key_is_no_secret()
    {
        var bench = new VerifierBench(
            new FusionAuthSignatureAttribute(JwsAlgorithm.Hs256) { PublicKey = "Key" },
            ("Key", SignedToken.Pem(JwsAlgorithm.Rs256))
        );

        Assert.Equal("Secret", bench.MissingSetting);
        Assert.Equal(500, await bench.StatusAsync(Signed(JwsAlgorithm.Hs256)));
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task Claims_that_are_none_are_rejected_also_when_they_are_signed(string claims)
    {
        foreach (var algorithm in new[] { JwsAlgorithm.Hs256, JwsAlgorithm.Es256 })
        {
            var request = new BenchRequest(Body) { Headers = [(Header, SignedToken.Of(algorithm, claims))] };

            Assert.Equal(403, await Pinned(algorithm).StatusAsync(request));
        }
    }

    [Fact]
    public async Task Secrets_rotate()
    {
        var bench = new VerifierBench(
            new FusionAuthSignatureAttribute(JwsAlgorithm.Hs256) { Secret = "Key" },
            ("Key", "another\n" + SignedToken.Secret)
        );

        Assert.Equal(1, (await bench.VerifyAsync(Signed(JwsAlgorithm.Hs256))).SecretIndex);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no key")]
    [InlineData("{}")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":[null,1,"a",[]]}""")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}""")]
    [InlineData("""{"kty":"RSA","n":"AQAB","e":"AQAB"}""")]
    [InlineData("""{"kty":"oct","k":"YSBzZWNyZXQgb2YgdGhlIHRlc3Rz"}""")]
    public async Task What_is_no_key_is_500(string key) =>
        Assert.Equal(500, await Pinned(JwsAlgorithm.Es256, key).StatusAsync(Signed(JwsAlgorithm.Es256)));

    [Fact]
    public async Task A_pinned_key_is_found_by_its_name_and_held_to_what_it_says()
    {
        var request = Signed(JwsAlgorithm.Es256, keyId: "k1");

        Assert.Equal(200, await With());
        Assert.Equal(200, await With(("kid", "k1")));
        Assert.Equal(200, await With(("kid", "k1"), ("alg", "ES256"), ("use", "sig")));
        Assert.Equal(403, await With(("kid", "k2")));
        Assert.Equal(403, await With(("kid", "k1"), ("alg", "ES384")));
        Assert.Equal(500, await With(("kid", "k1"), ("use", "enc")));

        Task<int> With(params (string, string)[] members) =>
            Pinned(JwsAlgorithm.Es256, SignedToken.Jwk(JwsAlgorithm.Es256, members)).StatusAsync(request);
    }

    [Theory]
    [InlineData("jwk")]
    [InlineData("jku")]
    [InlineData("x5u")]
    [InlineData("x5c")]
    public async Task A_key_that_the_token_brings_is_not_looked_at(string member)
    {
        var provider = new FakeProvider();
        var own = SignedToken.Jwk(JwsAlgorithm.Es256, ("kid", "k1"));
        provider.Serve($$"""{"keys":[{{own}}]}""");
        var value = member == "jwk" ? own : $"\"{KeySet}\"";
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var bench = new VerifierBench(
            new FusionAuthSignatureAttribute(JwsAlgorithm.Es256) { PublicKey = "Key" },
            ("Key", stranger.ExportSubjectPublicKeyInfoPem())
        )
        {
            Services = provider.Services(),
        };

        Assert.Equal(403, await bench.StatusAsync(Signed(JwsAlgorithm.Es256, "k1", $",\"{member}\":{value}")));
        Assert.Empty(provider.Asked);
    }

    [Fact]
    public async Task A_key_set_is_fetched_once_and_kept_for_a_day()
    {
        var provider = Serving("k1");
        var bench = Fetching(provider);

        Assert.Equal(200, await bench.StatusAsync(Signed(JwsAlgorithm.Es256, "k1")));
        Assert.Equal(200, await bench.StatusAsync(Signed(JwsAlgorithm.Es256, "k1"), VerifierBench.Now.AddHours(23)));
        Assert.Equal([KeySet], provider.Asked);
        Assert.Equal(200, await bench.StatusAsync(Signed(JwsAlgorithm.Es256, "k1"), VerifierBench.Now.AddHours(24)));
        Assert.Equal(2, provider.Asked.Count);
    }

    [Fact]
    public async Task An_unknown_name_is_asked_for_once_a_minute()
    {
        var provider = Serving("k1");
        var bench = Fetching(provider);

        Assert.Equal(200, await bench.StatusAsync(Signed(JwsAlgorithm.Es256, "k1")));
        Assert.Equal(403, await bench.StatusAsync(Signed(JwsAlgorithm.Es256, "k2"), VerifierBench.Now.AddSeconds(59)));
        Assert.Single(provider.Asked);
        provider.Serve(SetOf("k2"));
        Assert.Equal(200, await bench.StatusAsync(Signed(JwsAlgorithm.Es256, "k2"), VerifierBench.Now.AddSeconds(60)));
        Assert.Equal(403, await bench.StatusAsync(Signed(JwsAlgorithm.Es256, "k1"), VerifierBench.Now.AddSeconds(61)));
        Assert.Equal(2, provider.Asked.Count);
    }

    [Fact]
    public async Task A_token_without_a_name_has_no_fetched_key()
    {
        var provider = Serving("k1");

        Assert.Equal(403, await Fetching(provider).StatusAsync(Signed(JwsAlgorithm.Es256)));
    }

    public static TheoryData<string> Troubles => ["down", "503", "404", "302", "no JSON", "{}", """{"keys":[]}""", """{"keys":[{}]}""", ""];

    /// <summary>A provider that cannot say which keys it has is to try again, and is asked once a minute.</summary>
    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Without_any_key_a_delivery_is_to_come_again(string trouble)
    {
        var provider = InTrouble(trouble);
        var bench = Fetching(provider);

        Assert.Equal(503, await bench.StatusAsync(Signed(JwsAlgorithm.Es256, "k1")));
        Assert.Equal(503, await bench.StatusAsync(Signed(JwsAlgorithm.Es256, "k1"), VerifierBench.Now.AddSeconds(59)));
        Assert.Single(provider.Asked);
        provider.Serve(SetOf("k1"));
        Assert.Equal(200, await bench.StatusAsync(Signed(JwsAlgorithm.Es256, "k1"), VerifierBench.Now.AddSeconds(60)));
        Assert.Equal(2, provider.Asked.Count);
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_bad_answer_takes_no_key_that_is_known(string trouble)
    {
        var provider = Serving("k1");
        var bench = Fetching(provider);
        Assert.Equal(200, await bench.StatusAsync(Signed(JwsAlgorithm.Es256, "k1")));

        provider.Answer = InTrouble(trouble).Answer;
        // A key that is not known may be a new one, of which nobody told us.
        Assert.Equal(503, await bench.StatusAsync(Signed(JwsAlgorithm.Es256, "k2"), VerifierBench.Now.AddMinutes(1)));
        Assert.Equal(2, provider.Asked.Count);
        Assert.Equal(200, await bench.StatusAsync(Signed(JwsAlgorithm.Es256, "k1"), VerifierBench.Now.AddMinutes(1)));
        Assert.Equal(200, await bench.StatusAsync(Signed(JwsAlgorithm.Es256, "k1"), VerifierBench.Now.AddDays(1)));
        Assert.Equal(200, await bench.StatusAsync(Signed(JwsAlgorithm.Es256, "k1"), VerifierBench.Now.AddDays(1).AddSeconds(59)));
        Assert.Equal(3, provider.Asked.Count);
        Assert.Equal(200, await bench.StatusAsync(Signed(JwsAlgorithm.Es256, "k1"), VerifierBench.Now.AddDays(7).AddSeconds(-1)));
        Assert.Equal(503, await bench.StatusAsync(Signed(JwsAlgorithm.Es256, "k1"), VerifierBench.Now.AddDays(7).AddSeconds(59)));
    }

    [Fact]
    public async Task Many_deliveries_at_once_ask_once_and_wait_for_one_answer()
    {
        var provider = Serving("k1");
        var gate = new TaskCompletionSource();
        provider.Gate = _ => gate.Task;
        var bench = Fetching(provider);
        using var leaves = new CancellationTokenSource();

        var first = bench.VerifyAsync(Signed(JwsAlgorithm.Es256, "k1") with { Leaves = leaves.Token });
        var others = Enumerable.Range(0, 8).Select(_ => bench.StatusAsync(Signed(JwsAlgorithm.Es256, "k1"))).ToArray();
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();

        Assert.All(await Task.WhenAll(others), status => Assert.Equal(200, status));
        Assert.Single(provider.Asked);
    }

    [Theory]
    [InlineData("http://auth.example.com/.well-known/jwks.json")]
    [InlineData("https://user@auth.example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/jwks.json")]
    [InlineData("")]
    public async Task An_address_that_is_none_is_500_and_asked_by_nobody(string address)
    {
        var provider = Serving("k1");

        Assert.Equal(500, await Fetching(provider, address).StatusAsync(Signed(JwsAlgorithm.Es256, "k1")));
        Assert.Empty(provider.Asked);
    }

    [Fact]
    public async Task Nothing_is_fetched_where_the_host_does_not_allow_it() =>
        Assert.Equal(
            500,
            await new VerifierBench(new FusionAuthSignatureAttribute(JwsAlgorithm.Es256) { KeySet = KeySet }).StatusAsync(
                Signed(JwsAlgorithm.Es256, "k1")
            )
        );

    private static FakeProvider InTrouble(string trouble)
    {
        var provider = new FakeProvider();
        if (trouble == "down")
        {
            provider.Answer = _ => throw new HttpRequestException("down");
        }
        else if (int.TryParse(trouble, out var status))
        {
            provider.Answer = _ => new HttpResponseMessage((HttpStatusCode)status);
        }
        else
        {
            provider.Serve(trouble);
        }

        return provider;
    }

    private static FakeProvider Serving(string keyId)
    {
        var provider = new FakeProvider();
        provider.Serve(SetOf(keyId));
        return provider;
    }

    private static string SetOf(string keyId) =>
        $$"""{"keys":[{"kty":"oct","k":"AA","kid":"{{keyId}}"},{{SignedToken.Jwk(JwsAlgorithm.Es256, ("kid", keyId))}}]}""";

    private static VerifierBench Fetching(FakeProvider provider, string address = KeySet) =>
        new(new FusionAuthSignatureAttribute(JwsAlgorithm.Es256) { KeySet = address }) { Services = provider.Services() };

    private static VerifierBench Pinned(JwsAlgorithm algorithm, string? key = null) =>
        new(
            new FusionAuthSignatureAttribute(algorithm) { Secret = "Secret", PublicKey = "Key" },
            ("Secret", SignedToken.Secret),
            ("Key", key ?? SignedToken.Pem(algorithm))
        );

    private static BenchRequest Signed(JwsAlgorithm algorithm, string? keyId = null, string more = "") =>
        new(Body) { Headers = [(Header, SignedToken.Of(algorithm, Claims, keyId, more))] };
}
