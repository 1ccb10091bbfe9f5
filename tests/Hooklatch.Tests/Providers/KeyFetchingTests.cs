using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Hooklatch.Signing.Text;
using Hooklatch.Verification.Keys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Hooklatch.Tests.Providers;

/// <summary>
/// Who forges deliveries names what is fetched for them. It must not cost those that are real their keys, nor another provider its answers.
/// </summary>
public sealed class KeyFetchingTests : IDisposable
{
    private const string Topic = "arn:aws:sns:us-west-2:123456789012:MyTopic";
    private const string Good = "https://sns.us-west-2.amazonaws.com/Good.pem";
    private static readonly TestCertificate Amazon = new("sns.amazonaws.com");

    private readonly FakeProvider _amazon = new();

    public void Dispose() => _amazon.Dispose();

    /// <summary>Whether nothing is there or a real certificate that signed nothing of it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_forged_delivery_pushes_out_a_certificate_that_has_verified(bool isCertificate)
    {
        _amazon.Answer = address => address.AbsoluteUri == Good ? Ok(Amazon.Pem) : Ok(isCertificate ? Amazon.Pem : null);
        var bench = Bench();
        Assert.Equal(200, await bench.StatusAsync(Signed()));

        for (var i = 0; i < 200; i++)
        {
            Assert.Equal(403, await bench.StatusAsync(Forged(i)));
        }

        Assert.Equal(200, await bench.StatusAsync(Signed()));
        Assert.Single(_amazon.Asked, Good);
    }

    [Fact]
    public async Task A_forged_delivery_has_nothing_fetched_twice_within_a_minute()
    {
        var bench = Bench();

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(403, await bench.StatusAsync(Forged(1), VerifierBench.Now.AddSeconds(i)));
        }

        Assert.Single(_amazon.Asked);
    }

    [Fact]
    public async Task Many_deliveries_at_once_fetch_once_and_one_that_leaves_takes_nothing_from_the_others()
    {
        var gate = Hold(_ => true);
        _amazon.Answer = _ => Ok(Amazon.Pem);
        var bench = Bench();
        using var leaves = new CancellationTokenSource();

        var first = bench.VerifyAsync(Signed() with { Leaves = leaves.Token });
        var others = Enumerable.Range(0, 8).Select(_ => bench.StatusAsync(Signed())).ToArray();
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();

        Assert.All(await Task.WhenAll(others), status => Assert.Equal(200, status));
        Assert.Single(_amazon.Asked);
    }

    [Fact]
    public async Task One_providers_trouble_takes_no_place_of_anothers()
    {
        var gate = Hold(address => address.AbsoluteUri != Good);
        _amazon.Answer = address => address.AbsoluteUri == Good ? Ok(Amazon.Pem) : Ok(null);
        var services = _amazon.Services();
        var (one, other) = (Bench(services), Bench(services));
        var forged = Enumerable.Range(0, 4).Select(i => one.StatusAsync(Forged(i))).ToArray();

        Assert.Equal(200, await other.StatusAsync(Signed()));

        gate.SetResult();
        await Task.WhenAll(forged);
    }

    /// <summary>A fetcher of the host's own that neither answers nor listens.</summary>
    [Fact]
    public async Task A_fetcher_that_never_answers_holds_its_place_for_ten_seconds()
    {
        var time = new FakeTimeProvider(VerifierBench.Now);
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<IKeyFetcher>(new SilentFetcher())
            .BuildServiceProvider();
        var bench = Bench(services);
        var waiting = Enumerable.Range(0, 4).Select(i => bench.StatusAsync(Forged(i))).ToArray();

        time.Advance(TimeSpan.FromSeconds(10));

        Assert.All(await Task.WhenAll(waiting), status => Assert.Equal(503, status));
    }

    private TaskCompletionSource Hold(Func<Uri, bool> which)
    {
        var gate = new TaskCompletionSource();
        _amazon.Gate = address => which(address) ? gate.Task : null;
        return gate;
    }

    private VerifierBench Bench(IServiceProvider? services = null) =>
        new(new AwsSnsSignatureAttribute { TopicArns = "Topics", FetchesCertificate = true }, ("Topics", Topic))
        {
            Services = services ?? _amazon.Services(),
        };

    private static HttpResponseMessage Ok(string? text) =>
        text is null ? new(HttpStatusCode.NotFound) : new(HttpStatusCode.OK) { Content = new StringContent(text) };

    private static BenchRequest Forged(int number) =>
        new(Message(Convert.ToBase64String(new byte[256]), $"https://sns.us-west-2.amazonaws.com/Forged-{number}.pem"));

    private static BenchRequest Signed()
    {
        const string Text = "Message\nm\nMessageId\n1\nTimestamp\n2023-11-14T22:13:20.000Z\nTopicArn\n" + Topic + "\nType\nNotification\n";
        return new(Message(Amazon.Sign(Text, HashAlgorithmName.SHA256), Good));
    }

    private static string Message(string signature, string address) =>
        new JsonObject
        {
            ["Type"] = "Notification",
            ["MessageId"] = "1",
            ["TopicArn"] = Topic,
            ["Message"] = "m",
            ["Timestamp"] = "2023-11-14T22:13:20.000Z",
            ["SignatureVersion"] = "2",
            ["Signature"] = signature,
            ["SigningCertURL"] = address,
        }.ToJsonString();

    private sealed class SilentFetcher : IKeyFetcher
    {
        public ValueTask<FetchedKey> FetchAsync(Uri address, CancellationToken cancellation) =>
            new(new TaskCompletionSource<FetchedKey>().Task);
    }
}
