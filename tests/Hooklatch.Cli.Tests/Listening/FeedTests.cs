using Hooklatch.Cli.Hosts;
using Hooklatch.Cli.Listening;
using Hooklatch.Cli.Tests.Harness;
using Hooklatch.Providers;
using Hooklatch.Signing;

namespace Hooklatch.Cli.Tests.Listening;

/// <summary><c>listen --from</c>: what slept, or whose host died, misses nothing.</summary>
public sealed class FeedTests : IDisposable
{
    private readonly TestClock _clock = new();
    private readonly FeedHost _host = new();
    private readonly TemporaryFolder _folder = new();
    private readonly List<FakeRequest> _forwarded = [];
    private Func<FakeRequest, FakeAnswer> _target = _ => new(200);
    private Task<TimeSpan>? _wait;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Everything_that_is_stored_is_sent_on_in_its_order_and_exactly()
    {
        StoreUpTo(10);

        var run = await ListenAsync(until: () => _forwarded.Count == 10, "--after", "0", "--forward", "http://localhost:5000/hook");

        Assert.Equal(Enumerable.Range(1, 10).Select(FeedHost.Body), _forwarded.Select(request => request.Body));
        Assert.Equal(ExitCode.Interrupted, run.Code);
        Assert.Contains("-> 200", run.Lines[0], StringComparison.Ordinal);
        Assert.All(run.Lines, line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public async Task A_laptop_that_slept_goes_on_where_it_ended()
    {
        StoreUpTo(4);
        await ListenAsync(until: () => _forwarded.Count == 4, "--after", "0", "--forward", "http://localhost:5000/hook");
        StoreUpTo(9);
        await ListenAsync(until: () => _forwarded.Count == 9, "--forward", "http://localhost:5000/hook");

        Assert.Equal(Enumerable.Range(1, 9).Select(FeedHost.Body), _forwarded.Select(request => request.Body));
    }

    [Fact]
    public async Task A_first_time_begins_with_what_comes()
    {
        StoreUpTo(3);
        var asked = 0;
        _host.IsDead = request =>
        {
            if (request.Path.Contains("feed", StringComparison.Ordinal) && ++asked == 2)
            {
                _host.Store(4, FeedHost.Body(4));
            }

            return false;
        };

        await ListenAsync(until: () => _forwarded.Count == 1, "--forward", "http://localhost:5000/hook");

        Assert.Equal(FeedHost.Body(4), Assert.Single(_forwarded).Body);
    }

    [Fact]
    public async Task A_host_that_dies_and_comes_back_costs_nothing()
    {
        StoreUpTo(20);
        var asked = 0;
        // Dead for every second to fourth question.
        _host.IsDead = request => request.Path.Contains("feed", StringComparison.Ordinal) && ++asked % 4 != 1;

        var run = await ListenAsync(until: () => _forwarded.Count == 20, "--after", "0", "--forward", "http://localhost:5000/hook");

        Assert.Equal(Enumerable.Range(1, 20).Select(FeedHost.Body), _forwarded.Select(request => request.Body));
        Assert.Contains("DISCONNECTED: hooks.example.com cannot be reached: Connection refused", run.Error, StringComparison.Ordinal);
        Assert.Contains("Connected to hooks.example.com again", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_is_away_for_a_minute_ends_it()
    {
        _host.IsDead = _ => true;
        var started = _clock.GetUtcNow();

        var run = await ListenAsync(until: () => false, "--after", "0");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Equal(Connection.MaxAway, _clock.GetUtcNow() - started);
        Assert.Contains("has been away for 60 s", run.Error, StringComparison.Ordinal);
    }

    /// <summary>A minute apart is not a minute away.</summary>
    [Fact]
    public async Task A_host_that_answers_in_between_does_not_end_it()
    {
        StoreUpTo(60);
        var asked = 0;
        _host.IsDead = request => request.Path.Contains("feed", StringComparison.Ordinal) && ++asked % 20 != 0;

        var run = await ListenAsync(until: () => _forwarded.Count == 60, "--after", "0", "--forward", "http://localhost:5000/hook");

        Assert.Equal(ExitCode.Interrupted, run.Code);
    }

    [Theory]
    [InlineData(401, "unauthorized")]
    [InlineData(403, "forbidden")]
    public async Task A_host_that_refuses_ends_it_at_once(int status, string code)
    {
        _host.Refusal = new(status, """{"title":"No","status":403}""", "application/problem+json");

        var run = await ListenAsync(until: () => false, "--after", "0", "--json");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains($"\"error\":\"{code}\"", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivery_that_nobody_takes_is_kept_and_what_follows_waits()
    {
        StoreUpTo(3);
        var tries = 0;
        _target = request =>
            request.Text.Contains("2", StringComparison.Ordinal) && ++tries < 4
                ? throw new HttpRequestException("Connection refused")
                : new(500);

        var run = await ListenAsync(
            until: () => _forwarded.Count(request => request.Text.Contains('3', StringComparison.Ordinal)) == 1,
            "--after",
            "0",
            "--forward",
            "http://localhost:5000/hook"
        );

        Assert.Equal([1, 2, 2, 2, 2, 3], _forwarded.Select(request => request.Text.First(char.IsDigit) - '0'));
        Assert.Contains("Waiting for it", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivery_is_signed_anew_with_a_secret_of_ones_own()
    {
        StoreUpTo(1);

        await ListenAsync(
            until: () => _forwarded.Count == 1,
            "--after",
            "0",
            "--forward",
            "http://localhost:5000/hook",
            "--provider",
            "github",
            "--secret",
            "local"
        );

        var sent = _forwarded[0];
        var expected = new OutgoingRequest { Body = FeedHost.Body(1) };
        ((ISignable)new GitHubSignatureAttribute()).CreateSigner().Sign(expected, SignerKeys.FromText("local"));
        Assert.Equal([expected.Headers["X-Hub-Signature-256"].ToString()], sent.Header("X-Hub-Signature-256"));
        Assert.Equal(["push"], sent.Header("X-GitHub-Event"));
        Assert.Equal(["delivery-1"], sent.Header("X-GitHub-Delivery"));
    }

    [Fact]
    public async Task Deliveries_are_saved_too()
    {
        StoreUpTo(2);

        await ListenAsync(
            until: () => Directory.Exists(_folder.PathOf("in")) && Directory.GetFiles(_folder.PathOf("in")).Length == 2,
            "--after",
            "0",
            "--save",
            _folder.PathOf("in")
        );

        Assert.Equal(
            [FeedHost.Body(1), FeedHost.Body(2)],
            Directory
                .GetFiles(_folder.PathOf("in"))
                .Order()
                .Select(file => Hooklatch.Cli.Verifying.CapturedReader.Read(File.ReadAllBytes(file))[0].Body.ToArray())
        );
    }

    [Fact]
    public async Task The_cursor_is_a_file_that_is_whole()
    {
        StoreUpTo(5);
        var cursor = _folder.PathOf("cursor");

        await ListenAsync(
            until: () => _forwarded.Count == 5,
            "--after",
            "0",
            "--cursor",
            cursor,
            "--forward",
            "http://localhost:5000/hook"
        );

        Assert.Equal("5\n", await File.ReadAllTextAsync(cursor, TestContext.Current.CancellationToken));
        await File.WriteAllTextAsync(cursor, "five", TestContext.Current.CancellationToken);
        var run = await ListenAsync(until: () => false, "--cursor", cursor);
        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("holds no cursor", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_not_sent_without_tls()
    {
        var run = await Run().RunAsync("listen", "--from", "http://hooks.example.com");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("without TLS", run.Error, StringComparison.Ordinal);
    }

    private void StoreUpTo(int last)
    {
        for (var i = _host.Items.Count + 1; i <= last; i++)
        {
            _host.Store(i, FeedHost.Body(i));
        }
    }

    private ToolRun Run()
    {
        var server = new FakeServer(request =>
        {
            if (request.Url.Port != 5000)
            {
                Assert.Equal(["Bearer token"], request.Header("Authorization"));
                return _host.Answer(request);
            }

            Assert.Empty(request.Header("Authorization"));
            _forwarded.Add(request);
            return _target(request);
        });
        return new ToolRun
        {
            Time = _clock,
            Handler = server.CreateHandler,
            Folder = _folder.Path,
            Environment = { ["HOOKLATCH_TOKEN"] = "token" },
        };
    }

    /// <summary>Listens until something has come, while time passes whenever the tool waits for its next try.</summary>
    private async Task<ToolRun> ListenAsync(Func<bool> until, params string[] args)
    {
        using var interrupted = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var run = Run();
        var ended = run.RunAsync(["listen", "--from", "https://hooks.example.com", .. args], interrupted.Token);
        while (!ended.IsCompleted)
        {
            // One that is not over yet is waited for the next time.
            _wait ??= _clock.NextWaitAsync();
            await Task.WhenAny(_wait, ended);
            if (!_wait.IsCompleted)
            {
                continue;
            }

            var wait = await _wait;
            _wait = null;
            if (wait == FeedListener.Pause)
            {
                if (until())
                {
                    await interrupted.CancelAsync();
                    break;
                }

                _clock.Advance(FeedListener.Pause);
            }
        }

        return await ended;
    }
}
