using System.Security.Cryptography;
using System.Text;
using Hooklatch.Signing;
using Hooklatch.Verification.Keys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Hooklatch.Tests.Providers;

/// <summary>A key that a host's own code asked for, of a provider that signs tokens, counts as proven once it has verified a delivery.</summary>
public sealed class HostSigningKeysTokenTests
{
    private const string Body = """{"webhook_type":"ITEM"}""";
    private static readonly DateTimeOffset AnHourLater = VerifierBench.Now.AddHours(1);

    private readonly Source _source = new();
    private readonly VerifierBench _bench;

    public HostSigningKeysTokenTests() =>
        _bench = new VerifierBench(new PlaidSignatureAttribute())
        {
            Services = new ServiceCollection()
                .AddSingleton<TimeProvider>(new FakeTimeProvider())
                .AddWebhookSigningKeys<PlaidSignatureAttribute>(_ => _source)
                .BuildServiceProvider(),
        };

    [Fact]
    public async Task A_key_that_has_verified_is_good_though_its_source_is_silent()
    {
        Assert.Equal(200, await StatusAsync(VerifierBench.Now));
        _source.IsSilent = true;

        Assert.Equal(200, await StatusAsync(AnHourLater));
    }

    [Fact]
    public async Task A_key_whose_delivery_was_rejected_for_what_it_claims_has_not_verified()
    {
        Assert.Equal(403, await StatusAsync(VerifierBench.Now, signed: "other"));
        _source.IsSilent = true;

        Assert.Equal(503, await StatusAsync(AnHourLater));
    }

    private Task<int> StatusAsync(DateTimeOffset now, string signed = Body)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(signed)));
        var claims = $$"""{"iat":{{now.ToUnixTimeSeconds()}},"request_body_sha256":"{{hash}}"}""";
        return _bench.StatusAsync(new(Body) { Headers = [("Plaid-Verification", SignedToken.Of(JwsAlgorithm.Es256, claims, "k1"))] }, now);
    }

    private sealed class Source : ISigningKeySource
    {
        public bool IsSilent { get; set; }

        public ValueTask<SigningKeys> FindAsync(SigningKeyRequest request, CancellationToken cancellation) =>
            new(IsSilent ? SigningKeys.Unavailable : SigningKeys.Read(SignedToken.Jwk(JwsAlgorithm.Es256, ("kid", request.KeyId))));
    }
}
