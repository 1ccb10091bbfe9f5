using System.Globalization;

namespace Hooklatch.Sessions.Tests;

/// <summary>On a clock that a test moves: nothing here waits.</summary>
public sealed class RetryTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(8);

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_busy_service_is_tried_again_three_times_and_ever_later(int status)
    {
        await using var service = (await FakeChat.StartAsync()).Answer(status).Answer(status).Answer(status).Answer(204);
        await using var host = Host(service);

        var sending = SendAsync(host);

        Assert.Equal(Deadline, await host.Time.NextWaitAsync());
        foreach (var most in (double[])[0.5, 1, 2])
        {
            var wait = await host.Time.NextWaitAsync();
            Assert.InRange(wait.TotalSeconds, most / 2, most);
            host.Time.Advance(wait);
        }

        await sending;
        Assert.Equal(4, service.Requests.Count);
        Assert.Equal(3, host.Log.Named("ChatRetry").Count());
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_given_up()
    {
        await using var service = (await FakeChat.StartAsync()).Answer(503).Answer(503);
        await using var host = Host(service, ("http:Retries", "1"));

        var sending = SendAsync(host);
        await host.Time.NextWaitAsync();
        host.Time.Advance(await host.Time.NextWaitAsync());
        var error = await sending.ErrorAsync();

        Assert.Equal((ChatFailure.Unavailable, "http answered 503"), (error.Failure, error.Message));
        Assert.Equal(2, service.Requests.Count);
        Assert.True(host.Time.IsQuiet);
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_tried_again()
    {
        var service = await FakeChat.StartAsync();
        await using var host = Host(service, ("http:Retries", "1"));
        await service.DisposeAsync();

        var sending = SendAsync(host);
        await host.Time.NextWaitAsync();
        host.Time.Advance(await host.Time.NextWaitAsync());
        var error = await sending.ErrorAsync();

        Assert.Equal((ChatFailure.Unavailable, "http could not be reached (ConnectionError)."), (error.Failure, error.Message));
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData("0", 0)]
    [InlineData("1.5", 1.5)]
    [InlineData("Tue, 14 Nov 2023 22:13:23 GMT", 3)] // Three seconds after the clock of the tests.
    [InlineData("Tue, 14 Nov 2023 22:13:00 GMT", 0)]
    public async Task The_time_that_a_service_asks_for_is_the_time_that_is_waited(string retryAfter, double seconds)
    {
        await using var service = (await FakeChat.StartAsync()).Answer(429, "", ("Retry-After", retryAfter)).Answer(200);
        await using var host = Host(service);

        var sending = SendAsync(host);
        await host.Time.NextWaitAsync();
        if (seconds > 0)
        {
            Assert.Equal(TimeSpan.FromSeconds(seconds), await host.Time.NextWaitAsync());
            host.Time.Advance(TimeSpan.FromSeconds(seconds));
        }

        await sending;
        Assert.Equal(2, service.Requests.Count);
        Assert.True(host.Time.IsQuiet);
    }

    [Theory]
    [InlineData("8")]
    [InlineData("3600")]
    [InlineData("99999999999999999999")]
    public async Task A_time_that_the_send_does_not_have_is_not_waited(string retryAfter)
    {
        await using var service = (await FakeChat.StartAsync()).Answer(429, "", ("Retry-After", retryAfter));
        await using var host = Host(service);

        var error = await SendAsync(host).ErrorAsync();

        Assert.Equal(ChatFailure.Unavailable, error.Failure);
        var asked = double.Parse(retryAfter, CultureInfo.InvariantCulture);
        Assert.Equal(TimeSpan.FromSeconds(Math.Min(asked, TimeSpan.SecondsPerDay)), error.RetryAfter);
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("NaN")]
    public async Task A_time_that_is_none_is_not_heeded(string retryAfter)
    {
        await using var service = (await FakeChat.StartAsync()).Answer(429, "", ("Retry-After", retryAfter)).Answer(200);
        await using var host = Host(service);

        var sending = SendAsync(host);
        await host.Time.NextWaitAsync();
        var wait = await host.Time.NextWaitAsync();
        host.Time.Advance(wait);
        await sending;

        Assert.InRange(wait.TotalSeconds, 0.25, 0.5);
    }

    [Fact]
    public async Task Telegram_says_in_its_body_how_long_to_wait()
    {
        const string Busy = """{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":4}}""";
        await using var telegram = (await FakeChat.StartAsync()).Answer(429, Busy).Answer(200, """{"ok":true}""");
        await using var host = ChatHost.Create(("telegram:Token", "1:a"), ("telegram:Url", telegram.Url));

        var sending = host.Sessions.SendTextAsync("telegram-1", "hello", TestContext.Current.CancellationToken);

        await AssertWaitsAsync(host, sending, TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Discord_says_in_its_body_exactly_how_long_to_wait()
    {
        await using var discord = (await FakeChat.StartAsync())
            .Answer(429, """{"message":"You are being rate limited.","retry_after":0.75,"global":false}""", ("Retry-After", "1"))
            .Answer(204);
        await using var host = ChatHost.Create(("discord:WebhookUrl", discord.Url));

        var sending = host.Sessions.SendTextAsync("discord-a", "hello", TestContext.Current.CancellationToken);

        await AssertWaitsAsync(host, sending, TimeSpan.FromSeconds(0.75));
    }

    [Fact]
    public async Task Slack_says_that_it_is_busy_also_with_200()
    {
        await using var slack = (await FakeChat.StartAsync())
            .Answer(200, """{"ok":false,"error":"ratelimited"}""", ("Retry-After", "1"))
            .Answer(200, """{"ok":true}""");
        await using var host = ChatHost.Create(("slack:Token", "xoxb-1"), ("slack:Url", slack.Url));

        var sending = host.Sessions.SendTextAsync("slack-C1", "hello", TestContext.Current.CancellationToken);

        await AssertWaitsAsync(host, sending, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_file_is_sent_whole_again()
    {
        await using var service = (await FakeChat.StartAsync()).Answer(500).Answer(200);
        await using var host = Host(service);

        var sending = host.Sessions.SendFileAsync("http-a", Picture.Report, TestContext.Current.CancellationToken);
        await host.Time.NextWaitAsync();
        host.Time.Advance(await host.Time.NextWaitAsync());
        await sending;

        Assert.All(service.Requests, request => Assert.Equal(10 + 1, request.Form!.Files["file"]!.Length));
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_given_up_in_time()
    {
        await using var service = (await FakeChat.StartAsync()).Answer(Silence);
        await using var host = Host(service, ("http:Timeout", "00:00:02"));

        var sending = SendAsync(host);
        Assert.Equal(TimeSpan.FromSeconds(2), await host.Time.NextWaitAsync());
        host.Time.Advance(TimeSpan.FromSeconds(2));
        var error = await sending.ErrorAsync();

        Assert.Equal((ChatFailure.Unavailable, "http did not answer within 00:00:02."), (error.Failure, error.Message));
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_not_told_otherwise()
    {
        using var caller = new CancellationTokenSource();
        await using var service = (await FakeChat.StartAsync()).Answer(http =>
        {
            caller.Cancel();
            return Silence(http);
        });
        await using var host = Host(service);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Sessions.SendTextAsync("http-a", "hello", caller.Token));
    }

    private static Task Silence(Microsoft.AspNetCore.Http.HttpContext http) => Task.Delay(Timeout.Infinite, http.RequestAborted);

    private static async Task AssertWaitsAsync(ChatHost host, Task sending, TimeSpan wait)
    {
        Assert.Equal(Deadline, await host.Time.NextWaitAsync());
        Assert.Equal(wait, await host.Time.NextWaitAsync());
        host.Time.Advance(wait);
        await sending;
    }

    private static ChatHost Host(FakeChat service, params (string, string?)[] settings) =>
        ChatHost.Create([("http:Url", service.Url), .. settings]);

    private static Task SendAsync(ChatHost host) => host.Sessions.SendTextAsync("http-a", "hello", TestContext.Current.CancellationToken);
}
