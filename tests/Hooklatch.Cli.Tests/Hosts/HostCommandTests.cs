using System.Text.Json;
using Hooklatch.Cli.Tests.Harness;
using Hooklatch.Management;

namespace Hooklatch.Cli.Tests.Hosts;

/// <summary>The commands that call a host: what they ask, what they print, and how they end.</summary>
public sealed class HostCommandTests : IDisposable
{
    private const string Hostile = "\e[2J\u202eevil\r\n";

    private readonly TestClock _clock = new();
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, FakeAnswer> _answers = [];
    private FakeServer _server = null!;

    public HostCommandTests() =>
        _server = new FakeServer(request =>
            _answers.GetValueOrDefault($"{request.Method} {request.Path.Split('?')[0]}")
            ?? new(404, """{"title":"Not found","status":404,"detail":"There is none."}""", "application/problem+json")
        );

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task List_shows_webhooks_within_80_columns_and_without_control_characters()
    {
        Answer("GET /hooklatch/api/overview", OverviewOf(Hostile + new string('x', 200)), ManagementJson.Default.Overview);

        var people = await RunAsync("list");
        var scripts = await RunAsync("list", "--json");

        Assert.Equal(ExitCode.Done, people.Code);
        Assert.All(people.Lines, line => Assert.InRange(line.Length, 1, 80));
        Assert.DoesNotContain('\e', people.Out);
        Assert.DoesNotContain('\u202e', people.Out);
        Assert.Contains("…", people.Out, StringComparison.Ordinal);
        Assert.Contains("ready", people.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', scripts.Out);
        Assert.Equal("/github", JsonDocument.Parse(scripts.Lines[0]).RootElement.GetProperty("endpoint").GetString());
    }

    [Fact]
    public async Task Jobs_are_listed_with_their_next_run()
    {
        Answer("GET /hooklatch/api/overview", OverviewOf("acme.shop"), ManagementJson.Default.Overview);

        var run = await RunAsync("jobs");

        Assert.Contains("nightly", run.Lines[1], StringComparison.Ordinal);
        Assert.Contains("01-02 03:00:00", run.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tail_shows_the_newest_last_and_asks_what_the_filter_says()
    {
        Answer(
            "GET /hooklatch/api/deliveries",
            new DeliveryPage { Deliveries = [Row(2, "dead"), Row(1, "done", Hostile)] },
            ManagementJson.Default.DeliveryPage
        );

        var run = await RunAsync("deliveries", "tail", "--no-follow", "--since", "2h", "--plugin", "a b&c", "--lines", "5");

        Assert.Equal(2, run.Lines.Length);
        Assert.Contains("  1  ", run.Lines[0], StringComparison.Ordinal);
        Assert.All(run.Lines, line => Assert.InRange(line.Length, 1, 80));
        Assert.DoesNotContain('\e', run.Out);
        Assert.Equal("/hooklatch/api/deliveries?plugin=a%20b%26c&from=2023-11-14T20%3A13%3A20.0000000%2B00%3A00&size=5", _server.Paths[0]);
    }

    [Fact]
    public async Task Tail_follows_the_live_stream_until_the_host_ends_it()
    {
        Answer("GET /hooklatch/api/deliveries", new DeliveryPage(), ManagementJson.Default.DeliveryPage);
        var rows = JsonSerializer.Serialize([Row(7, "ready"), Row(8, "ready")], ManagementJson.Default.IReadOnlyListDeliveryRow);
        _answers["GET /hooklatch/api/live"] = new(
            200,
            $": hello\n\nevent: changed\ndata: x\n\nevent: deliveries\ndata: {rows}\n\nevent: end\ndata: signed out\n\n",
            "text/event-stream"
        );

        var run = await RunAsync("deliveries", "tail", "--json");

        Assert.Equal(["7", "8"], run.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("signed out", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_prints_a_delivery_and_its_exact_body()
    {
        Answer(
            "GET /hooklatch/api/deliveries/9007199254740993",
            new DeliveryView
            {
                Row = Row(9007199254740993, "dead", Hostile),
                Method = "POST",
                ContentType = "application/json",
                Headers = [new NamedValues { Name = "X-A", Values = [Hostile] }],
                Actions = ["requeue"],
            },
            ManagementJson.Default.DeliveryView
        );
        _answers["GET /hooklatch/api/deliveries/1/body/raw"] = new(200, "{ \"a\":1 }\r\n\e[2J", "application/octet-stream");

        var shown = await RunAsync("deliveries", "show", "9007199254740993");
        var body = await RunAsync("deliveries", "show", "1", "--body");

        Assert.Contains("9007199254740993", shown.Lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain('\e', shown.Out);
        Assert.All(shown.Lines, line => Assert.InRange(line.Length, 1, 80));
        Assert.Equal("{ \"a\":1 }\r\n\e[2J"u8.ToArray(), body.OutBytes);
    }

    [Fact]
    public async Task A_body_moves_no_terminal()
    {
        _answers["GET /hooklatch/api/deliveries/1/body/raw"] = new(200, "a\e[2J\nb", "application/octet-stream");

        var run = await Run(isTerminal: true).RunAsync("deliveries", "show", "1", "--body", "--host", "https://h");

        Assert.Empty(run.OutBytes);
        Assert.Equal("a\\u001B[2J\nb\n", run.Out);
    }

    [Fact]
    public async Task Deliveries_are_replayed_by_their_ids_and_one_that_fails_stops_no_other()
    {
        var done = JsonSerializer.Serialize(
            new ActionResult { Done = true, Message = "Replayed as 12." },
            ManagementJson.Default.ActionResult
        );
        _answers["POST /hooklatch/api/deliveries/1/replay"] = new(409, """{"title":"It runs","status":409}""", "application/problem+json");
        _answers["POST /hooklatch/api/deliveries/2/replay"] = new(200, done);

        var run = await RunAsync("deliveries", "replay", "1", "2");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("2: Replayed as 12.", run.Out, StringComparison.Ordinal);
        Assert.Contains("It runs", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_are_counted_and_asked_for_before_anything_is_done()
    {
        AnswerBulk(count: 1234);

        var unasked = await RunAsync("deliveries", "replay", "--since", "1h");
        var refused = await Run(isTerminal: true, "no").RunAsync("deliveries", "replay", "--since", "1h", "--host", "https://h");
        Assert.DoesNotContain("/hooklatch/api/bulk", _server.Paths);
        var agreed = await Run(isTerminal: true, "y").RunAsync("deliveries", "replay", "--since", "1h", "--host", "https://h");

        Assert.Equal((ExitCode.Usage, ExitCode.Failed, ExitCode.Done), (unasked.Code, refused.Code, agreed.Code));
        Assert.Contains("Replay 1234 deliveries on h? [y/N]", agreed.Error, StringComparison.Ordinal);
        Assert.Contains("done: 1234 of 1234", agreed.Out, StringComparison.Ordinal);
        var sent = JsonDocument.Parse(_server.Requests.Single(request => request.Path == "/hooklatch/api/bulk").Body).RootElement;
        Assert.Equal(("replay", 1234), (sent.GetProperty("action").GetString(), sent.GetProperty("expected").GetInt32()));
    }

    [Theory]
    [InlineData("requeue")]
    [InlineData("dismiss")]
    public async Task Dead_letters_are_acted_on_all_at_once(string action)
    {
        AnswerBulk(count: 2);

        var run = await RunAsync("deadletters", action, "--yes", "--plugin", "acme.shop");

        Assert.Equal(ExitCode.Done, run.Code);
        var sent = JsonDocument.Parse(_server.Requests[^1].Body).RootElement;
        Assert.Equal(action, sent.GetProperty("action").GetString());
        Assert.Equal("dead", sent.GetProperty("filter").GetProperty("state").GetString());
        Assert.Equal("acme.shop", sent.GetProperty("filter").GetProperty("plugin").GetString());
    }

    [Fact]
    public async Task A_run_that_fails_is_a_failure()
    {
        AnswerBulk(count: 2, state: "failed");

        Assert.Equal(ExitCode.Failed, (await RunAsync("deadletters", "requeue", "--yes")).Code);
    }

    [Fact]
    public async Task Nothing_is_replayed_where_nobody_says_which()
    {
        var run = await RunAsync("deliveries", "replay", "--yes");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Empty(_server.Paths);
    }

    [Fact]
    public async Task Dead_letters_are_listed_page_by_page()
    {
        var pages = new Queue<DeliveryPage>([
            new() { Deliveries = [Row(5, "dead")], Next = 5 },
            new() { Deliveries = [Row(4, "dead")], Next = 4 },
            new() { Deliveries = [] },
        ]);
        _server = new FakeServer(_ => new(200, JsonSerializer.Serialize(pages.Dequeue(), ManagementJson.Default.DeliveryPage)));

        var run = await RunAsync("deadletters", "list", "--json");

        Assert.Equal(2, run.Lines.Length);
        Assert.Equal("/hooklatch/api/deliveries?state=dead&size=98&before=4", _server.Paths[2]);
    }

    [Theory]
    [InlineData("POST /hooklatch/api/enable", "plugins", "enable", "acme.shop")]
    [InlineData("POST /hooklatch/api/disable", "plugins", "disable", "acme.shop")]
    [InlineData("POST /hooklatch/api/pause", "plugins", "pause", "acme.shop", "--endpoint", "/github")]
    [InlineData("POST /hooklatch/api/resume", "plugins", "resume", "acme.shop")]
    public async Task Plugins_are_switched(string call, params string[] args)
    {
        Answer(call, new ActionResult { Done = true, Message = "So be it." }, ManagementJson.Default.ActionResult);

        var run = await RunAsync(args);

        Assert.Equal((ExitCode.Done, "So be it.\n"), (run.Code, run.Out));
        Assert.Contains("plugin=acme.shop", _server.Paths[0], StringComparison.Ordinal);
        Assert.Equal(args.Contains("--endpoint"), _server.Paths[0].Contains("endpoint=%2Fgithub", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(401, "unauthorized")]
    [InlineData(403, "forbidden")]
    [InlineData(404, "not_found")]
    [InlineData(409, "conflict")]
    [InlineData(400, "refused")]
    [InlineData(503, "unavailable")]
    public async Task An_error_of_the_host_is_told_with_its_status(int status, string code)
    {
        var problem = JsonSerializer.Serialize(
            new Problem
            {
                Title = "Title",
                Status = status,
                Detail = "Detail\e[2J",
            },
            ManagementJson.Default.Problem
        );
        _answers["GET /hooklatch/api/overview"] = new(status, problem, "application/problem+json");

        var people = await RunAsync("list");
        var scripts = await RunAsync("list", "--json");

        Assert.Equal((ExitCode.Failed, ExitCode.Failed), (people.Code, scripts.Code));
        Assert.Contains("Title: Detail\\u001B[2J", people.Error, StringComparison.Ordinal);
        var error = JsonDocument.Parse(scripts.Error).RootElement;
        Assert.Equal((code, status), (error.GetProperty("error").GetString(), error.GetProperty("status").GetInt32()));
        Assert.Empty(scripts.Out);
    }

    [Theory]
    [InlineData(404, "<html>", "text/html")]
    [InlineData(200, "<html>", "text/html")]
    [InlineData(302, "", "text/html")]
    public async Task A_host_without_the_api_is_told(int status, string text, string type)
    {
        _answers["GET /hooklatch/api/overview"] = new(status, text, type);

        var run = await RunAsync("list");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("has no management API", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_file_that_others_may_read_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Answer("GET /hooklatch/api/overview", OverviewOf("acme.shop"), ManagementJson.Default.Overview);
        _folder.Write("token", "from-file\n");
        var file = _folder.PathOf("token");
        foreach (var mode in new[] { UnixFileMode.GroupRead, UnixFileMode.OtherRead, UnixFileMode.GroupWrite })
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | mode);
            var refused = await RunAsync("list", "--token-file", file);
            Assert.Equal(ExitCode.Usage, refused.Code);
            Assert.Contains($"chmod 600 {file}", refused.Error, StringComparison.Ordinal);
        }

        Assert.Empty(_server.Requests);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Equal(ExitCode.Done, (await RunAsync("list", "--token-file", file)).Code);
        Assert.Equal(["Bearer from-file"], _server.Requests[0].Header("Authorization"));
    }

    [Fact]
    public async Task Without_a_token_or_a_host_the_person_is_told_what_to_give()
    {
        var noHost = await new ToolRun { Folder = _folder.Path }.RunAsync("list");
        var noToken = await new ToolRun { Folder = _folder.Path }.RunAsync("list", "--host", "https://h");

        Assert.Contains("HOOKLATCH_HOST", noHost.Error, StringComparison.Ordinal);
        Assert.Contains("HOOKLATCH_TOKEN", noToken.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Usage, ExitCode.Usage), (noHost.Code, noToken.Code));
    }

    [Theory]
    [InlineData("https://h", "https://h/hooklatch/api/overview")]
    [InlineData("h", "https://h/hooklatch/api/overview")]
    [InlineData("https://h/hooklatch/", "https://h/hooklatch/api/overview")]
    [InlineData("https://h/base", "https://h/base/hooklatch/api/overview")]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000/hooklatch/api/overview")]
    public async Task A_host_is_named_as_people_name_it(string host, string url)
    {
        await Run().RunAsync("list", "--host", host);

        Assert.Equal(url, _server.Requests[0].Url.AbsoluteUri);
    }

    private void Answer<T>(string call, T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        _answers[call] = new(200, JsonSerializer.Serialize(value, type));

    private void AnswerBulk(long count, string state = "done")
    {
        Answer(
            "POST /hooklatch/api/bulk/preview",
            new BulkPreview { Count = count, Examples = [Row(1, "dead")] },
            ManagementJson.Default.BulkPreview
        );
        Answer(
            "POST /hooklatch/api/bulk",
            new BulkRun
            {
                Id = "b1",
                Action = "replay",
                By = "me",
                Total = count,
                Done = count,
                State = state,
            },
            ManagementJson.Default.BulkRun
        );
    }

    private ToolRun Run(bool isTerminal = false, params string[] typed) =>
        new()
        {
            Time = _clock,
            Handler = _server.CreateHandler,
            Folder = _folder.Path,
            IsTerminal = isTerminal,
            Typed = new(typed),
            Environment = { ["HOOKLATCH_TOKEN"] = "token" },
        };

    private Task<ToolRun> RunAsync(params string[] args) => Run().RunAsync([.. args, "--host", "https://hooks.example.com"]);

    private static DeliveryRow Row(long id, string state, string plugin = "acme.shop") =>
        new()
        {
            Id = id,
            Plugin = plugin,
            Endpoint = "/github",
            State = state,
            Event = "push",
            ReceivedAt = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
        };

    private static Overview OverviewOf(string plugin)
    {
        var activity = new ActivityView { From = DateTimeOffset.UnixEpoch, Accepted = [1, 2] };
        return new Overview
        {
            Activity = activity,
            Plugins =
            [
                new PluginView
                {
                    Key = plugin,
                    Name = plugin,
                    Status = "enabled",
                    Webhooks =
                    [
                        new WebhookView
                        {
                            Plugin = plugin,
                            Endpoint = "/github",
                            Id = "GitHub",
                            Name = plugin,
                            Mode = "queued",
                            Verification = plugin,
                            State = "ready",
                            Activity = activity,
                        },
                    ],
                    Jobs =
                    [
                        new JobView
                        {
                            Plugin = plugin,
                            Name = "nightly",
                            Target = "Jobs.Nightly",
                            IsRecurring = true,
                        },
                    ],
                    Schedules =
                    [
                        new ScheduleView
                        {
                            Plugin = plugin,
                            Name = "nightly",
                            Expression = "0 3 * * *",
                            TimeZone = "UTC",
                            MissedRuns = "once",
                            NextAt = [new DateTimeOffset(2026, 1, 2, 3, 0, 0, TimeSpan.Zero)],
                        },
                    ],
                },
            ],
        };
    }
}
