using System.Net;
using Hooklatch.Verification.Keys;
using Microsoft.Extensions.Time.Testing;

namespace Hooklatch.Tests.Verification.Code;

/// <summary>What is fetched because a delivery names it: little, soon, over HTTPS, and never elsewhere.</summary>
public sealed class HttpKeyFetcherTests : IDisposable
{
    private static readonly Uri Address = new("https://provider.example/key");

    private readonly Provider _provider = new();
    private readonly FakeTimeProvider _time = new();
    private readonly HttpKeyFetcher _fetcher;

    public HttpKeyFetcherTests() => _fetcher = new HttpKeyFetcher(_provider, _time);

    public void Dispose() => _fetcher.Dispose();

    [Theory]
    [InlineData("http://provider.example/key")]
    [InlineData("file:///key")]
    public async Task Nothing_is_asked_for_but_over_HTTPS(string address)
    {
        var fetched = await _fetcher.FetchAsync(new Uri(address), TestContext.Current.CancellationToken);

        Assert.Equal((null, false), (fetched.Content?.Length, fetched.IsUnavailable));
        Assert.Equal(0, _provider.Asked);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(64 * 1024, true)]
    [InlineData((64 * 1024) + 1, false)]
    [InlineData(1_000_000, false)]
    public async Task A_resource_has_at_most_64_KiB(int bytes, bool isRead)
    {
        _provider.Answer = _ => Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(new byte[bytes]) });

        var fetched = await FetchAsync();

        Assert.Equal((isRead ? bytes : null, false), (fetched.Content?.Length, fetched.IsUnavailable));
    }

    [Theory]
    [InlineData(204, false)]
    [InlineData(302, false)]
    [InlineData(404, false)]
    [InlineData(499, false)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    public async Task Any_other_status_is_no_resource(int status, bool isUnavailable)
    {
        _provider.Answer = _ =>
            Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(new byte[1]) });

        var fetched = await FetchAsync();

        Assert.Equal((null, isUnavailable), (fetched.Content?.Length, fetched.IsUnavailable));
    }

    [Fact]
    public async Task A_provider_that_cannot_be_reached_is_asked_again()
    {
        _provider.Answer = _ => throw new HttpRequestException();
        for (var i = 0; i < 10; i++)
        {
            Assert.True((await FetchAsync()).IsUnavailable);
        }

        Assert.Equal(10, _provider.Asked);
    }

    [Fact]
    public async Task Five_seconds_are_enough_and_a_sender_that_left_is_no_outage()
    {
        _provider.Answer = async aborted =>
        {
            await Task.Delay(Timeout.Infinite, aborted);
            throw new InvalidOperationException();
        };
        var slow = FetchAsync();
        Assert.False(slow.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.True((await slow).IsUnavailable);

        using var left = new CancellationTokenSource();
        var given = _fetcher.FetchAsync(Address, left.Token).AsTask();
        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
    }

    [Fact]
    public void No_redirect_is_followed_and_no_cookie_kept()
    {
        using var handler = HttpKeyFetcher.CreateHandler();

        Assert.False(handler.AllowAutoRedirect || handler.UseCookies);
    }

    private Task<FetchedKey> FetchAsync() => _fetcher.FetchAsync(Address, TestContext.Current.CancellationToken).AsTask();

    private sealed class Provider : HttpMessageHandler
    {
        public Func<CancellationToken, Task<HttpResponseMessage>> Answer { get; set; } = _ => Task.FromResult(new HttpResponseMessage());

        public int Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            return Answer(cancellationToken);
        }
    }
}
