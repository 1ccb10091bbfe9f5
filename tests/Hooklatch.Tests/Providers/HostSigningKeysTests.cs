using System.Security.Cryptography;
using System.Text;
using Hooklatch.Signing;
using Hooklatch.Verification.Keys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Hooklatch.Tests.Providers;

/// <summary>Keys that a host's own code asks the provider for, since it has the account.</summary>
public sealed class HostSigningKeysTests
{
    private const string Body = """{"notificationId":"1"}""";
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private readonly Source _source = new();
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_key_is_asked_for_by_its_name_and_kept_for_an_hour()
    {
        var bench = Bench();

        Assert.Equal(200, await bench.StatusAsync(Signed()));
        Assert.Equal(200, await bench.StatusAsync(Signed(), VerifierBench.Now.AddMinutes(59)));
        Assert.Equal([new SigningKeyRequest("tests.bench", "/hook", "k1")], _source.Asked);
        Assert.Equal(200, await bench.StatusAsync(Signed(), VerifierBench.Now.AddHours(1)));
        Assert.Equal(2, _source.Asked.Count);
    }

    [Fact]
    public async Task A_key_that_its_source_withdraws_verifies_no_more()
    {
        var bench = Bench();
        Assert.Equal(200, await bench.StatusAsync(Signed()));

        _source.Answer = _ => SigningKeys.None;

        Assert.Equal(403, await bench.StatusAsync(Signed(), VerifierBench.Now.AddHours(1)));
    }

    [Fact]
    public async Task A_key_that_was_withdrawn_does_not_come_back_when_its_source_is_silent()
    {
        var bench = Bench();
        Assert.Equal(200, await bench.StatusAsync(Signed()));
        _source.Answer = _ => SigningKeys.None;
        Assert.Equal(403, await bench.StatusAsync(Signed(), VerifierBench.Now.AddHours(1)));

        _source.Answer = _ => SigningKeys.Unavailable;

        Assert.Equal(503, await bench.StatusAsync(Signed(), VerifierBench.Now.AddHours(1).AddMinutes(1)));
        _source.Answer = Known;
        Assert.Equal(200, await bench.StatusAsync(Signed(), VerifierBench.Now.AddHours(1).AddMinutes(2)));
    }

    [Fact]
    public async Task A_key_that_has_verified_is_asked_for_whatever_else_is_being_asked_for()
    {
        var bench = Bench();
        Assert.Equal(200, await bench.StatusAsync(Signed()));
        var silence = new TaskCompletionSource();
        _source.Until = request => request.KeyId == "k1" ? Task.CompletedTask : silence.Task;
        var forged = Enumerable.Range(0, 4).Select(i => bench.StatusAsync(Signed($"made-up-{i}"))).ToArray();

        // It is withdrawn, and nobody keeps the answer from being heard.
        _source.Answer = _ => SigningKeys.None;
        Assert.Equal(403, await bench.StatusAsync(Signed(), VerifierBench.Now.AddHours(1)));

        silence.SetResult();
        Assert.All(await Task.WhenAll(forged), status => Assert.Equal(403, status));
    }

    [Fact]
    public async Task A_key_that_has_verified_is_good_for_a_day_if_its_source_is_silent()
    {
        var bench = Bench();
        Assert.Equal(200, await bench.StatusAsync(Signed()));

        _source.Answer = _ => SigningKeys.Unavailable;

        Assert.Equal(200, await bench.StatusAsync(Signed(), VerifierBench.Now.AddHours(1)));
        Assert.Equal(200, await bench.StatusAsync(Signed(), VerifierBench.Now.AddHours(24).AddSeconds(-1)));
        Assert.Equal(503, await bench.StatusAsync(Signed(), VerifierBench.Now.AddHours(24)));
    }

    [Fact]
    public async Task A_source_that_is_silent_from_the_start_is_503_and_asked_again_after_five_seconds()
    {
        var bench = Bench();
        _source.Answer = _ => SigningKeys.Unavailable;

        Assert.Equal(503, await bench.StatusAsync(Signed()));
        Assert.Equal(503, await bench.StatusAsync(Signed(), VerifierBench.Now.AddSeconds(4)));
        Assert.Single(_source.Asked);
        _source.Answer = Known;
        Assert.Equal(200, await bench.StatusAsync(Signed(), VerifierBench.Now.AddSeconds(5)));
    }

    [Fact]
    public async Task What_a_source_throws_reaches_the_host_and_is_not_asked_for_at_once()
    {
        var bench = Bench();
        _source.Answer = _ => throw new InvalidOperationException("no account");

        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.StatusAsync(Signed()));
        Assert.Equal(503, await bench.StatusAsync(Signed()));
        Assert.Single(_source.Asked);
    }

    [Fact]
    public async Task Made_up_names_are_asked_for_once_a_minute_and_push_out_no_key()
    {
        var bench = Bench();
        Assert.Equal(200, await bench.StatusAsync(Signed()));

        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(403, await bench.StatusAsync(Signed($"made-up-{i}")));
            Assert.Equal(403, await bench.StatusAsync(Signed($"made-up-{i}")));
        }

        Assert.Equal(200, await bench.StatusAsync(Signed()));
        Assert.Equal(101, _source.Asked.Count);
    }

    [Fact]
    public async Task A_source_that_keeps_its_thread_keeps_no_delivery()
    {
        using var block = new ManualResetEventSlim();
        _source.Until = _ =>
        {
            block.Wait(CancellationToken.None);
            return Task.CompletedTask;
        };
        var bench = Bench();
        try
        {
            Task<int>[] waiting = [bench.StatusAsync(Signed()), bench.StatusAsync(Signed())];

            _time.Advance(TimeSpan.FromSeconds(10));
            Assert.All(await Task.WhenAll(waiting), status => Assert.Equal(503, status));
        }
        finally
        {
            block.Set();
        }
    }

    /// <summary>Whoever asked first may be gone before the answer is there, and its context serves another request by then.</summary>
    [Fact]
    public async Task Nothing_of_the_delivery_that_asked_first_flows_to_the_source()
    {
        var context = new AsyncLocal<string> { Value = "of the first" };
        var seen = new TaskCompletionSource<string?>();
        _source.Until = _ =>
        {
            seen.SetResult(context.Value);
            return Task.CompletedTask;
        };

        Assert.Equal(200, await Bench().StatusAsync(Signed()));
        Assert.Null(await seen.Task);
    }

    [Fact]
    public async Task A_name_that_is_longer_than_any_is_not_asked_for()
    {
        Assert.Equal(403, await Bench().StatusAsync(Signed(new string('k', 257))));
        Assert.Empty(_source.Asked);
        Assert.Equal(403, await Bench().StatusAsync(Signed(new string('k', 256))));
        Assert.Single(_source.Asked);
    }

    [Fact]
    public async Task A_key_that_calls_itself_otherwise_is_not_the_one_that_is_named()
    {
        _source.Answer = _ => SigningKeys.Read(Named("k2"));
        Assert.Equal(403, await Bench().StatusAsync(Signed()));

        // A key without a name is what was asked for.
        _source.Answer = _ => SigningKeys.Read(Key.ExportSubjectPublicKeyInfoPem());
        Assert.Equal(200, await Bench().StatusAsync(Signed()));
    }

    [Fact]
    public async Task A_pinned_key_asks_nobody_and_a_source_of_another_provider_is_none()
    {
        var pinned = new VerifierBench(new CircleSignatureAttribute { PublicKey = "Key" }, ("Key", Named("k1"))) { Services = Services() };
        Assert.Equal(200, await pinned.StatusAsync(Signed()));
        Assert.Empty(_source.Asked);

        var other = new ServiceCollection()
            .AddSingleton<TimeProvider>(new FakeTimeProvider())
            .AddWebhookSigningKeys<EBaySignatureAttribute>(_ => _source)
            .BuildServiceProvider();
        Assert.Equal(500, await new VerifierBench(new CircleSignatureAttribute()) { Services = other }.StatusAsync(Signed()));
        Assert.Equal(500, await new VerifierBench(new CircleSignatureAttribute()).StatusAsync(Signed()));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("no key", 0)]
    [InlineData("{}", 0)]
    [InlineData("""{"keys":[]}""", 0)]
    public void What_is_no_key_is_none(string text, int count)
    {
        Assert.Equal(count, SigningKeys.Read(text).Count);
        Assert.Equal(count, SigningKeys.Read(Encoding.UTF8.GetBytes(text)).Count);
        Assert.False(SigningKeys.Read(text).IsUnavailable);
    }

    [Fact]
    public void Keys_are_read_as_providers_write_them()
    {
        Assert.Equal(1, SigningKeys.Read(Key.ExportSubjectPublicKeyInfoPem()).Count);
        Assert.Equal(1, SigningKeys.Read(Encoding.UTF8.GetBytes(Named("k1"))).Count);
        Assert.Equal(1, SigningKeys.Read($$"""{"key":{{SignedToken.Jwk(JwsAlgorithm.Es256, ("kid", "k"))}}}""").Count);
        Assert.Equal(
            2,
            SigningKeys
                .Read($$"""{"keys":[{{SignedToken.Jwk(JwsAlgorithm.Es256, ("kid", "1"))}},{{SignedToken.Jwk(JwsAlgorithm.Rs256)}}]}""")
                .Count
        );
    }

    private ServiceProvider Services() =>
        new ServiceCollection()
            .AddSingleton<TimeProvider>(_time)
            .AddWebhookSigningKeys<CircleSignatureAttribute>(_ => _source)
            .BuildServiceProvider();

    private VerifierBench Bench() => new(new CircleSignatureAttribute()) { Services = Services() };

    private static SigningKeys Known(SigningKeyRequest request) => request.KeyId == "k1" ? SigningKeys.Read(Named("k1")) : SigningKeys.None;

    private static string Named(string name) =>
        $$"""{"data":{"id":"{{name}}","publicKey":"{{Convert.ToBase64String(Key.ExportSubjectPublicKeyInfo())}}"} }""";

    private static BenchRequest Signed(string keyId = "k1")
    {
        var signature = Key.SignData(Encoding.UTF8.GetBytes(Body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return new(Body) { Headers = [("X-Circle-Signature", Convert.ToBase64String(signature)), ("X-Circle-Key-Id", keyId)] };
    }

    private sealed class Source : ISigningKeySource
    {
        public List<SigningKeyRequest> Asked { get; } = [];

        public Func<SigningKeyRequest, SigningKeys> Answer { get; set; } = Known;

        public Func<SigningKeyRequest, Task> Until { get; set; } = _ => Task.CompletedTask;

        public async ValueTask<SigningKeys> FindAsync(SigningKeyRequest request, CancellationToken cancellation)
        {
            lock (Asked)
            {
                Asked.Add(request);
            }

            await Until(request);
            return Answer(request);
        }
    }
}
