using System.Text;
using System.Text.Json;
using Hooklatch.Cli.Tests.Harness;

namespace Hooklatch.Cli.Tests.Sending;

/// <summary>What <c>send</c> sends, and how it ends.</summary>
public sealed class SendCommandTests
{
    private static readonly string[] GitHub = ["send", "github", "--url", "http://localhost/hook", "--secret", "secret"];

    [Fact]
    public async Task A_body_of_ones_own_is_sent_exactly_as_it_is()
    {
        var body = "{ \"a\" : 1,\r\n \"b\":\"é\" }\n"u8.ToArray();
        var (server, run) = Server();

        await run([.. GitHub[..2], "-", .. GitHub[2..], "--event", "push"], body);

        Assert.Equal(body, server.Requests[0].Body);
        Assert.Equal(["push"], server.Requests[0].Header("X-GitHub-Event"));
        Assert.Equal(["application/json"], server.Requests[0].Header("Content-Type"));
        Assert.Single(server.Requests[0].Header("X-GitHub-Delivery"));
    }

    [Fact]
    public async Task The_sample_of_an_event_is_sent_where_no_body_is_given()
    {
        var (server, run) = Server();

        await run([.. GitHub, "--event", "issues.closed"], []);

        Assert.Equal(["issues"], server.Requests[0].Header("X-GitHub-Event"));
        Assert.Equal("closed", Json(server.Requests[0]).GetProperty("action").GetString());
        Assert.Equal("Something is wrong", Json(server.Requests[0]).GetProperty("issue").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Event_and_id_stand_where_the_provider_has_them_in_the_body()
    {
        var (server, run) = Server();

        await run(
            ["send", "stripe", "--url", "http://localhost/hook", "-s", "whsec_1", "-e", "charge.failed", "--delivery-id", "evt_7"],
            []
        );

        Assert.Equal("charge.failed", Json(server.Requests[0]).GetProperty("type").GetString());
        Assert.Equal("evt_7", Json(server.Requests[0]).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Values_of_the_body_are_set_by_their_paths()
    {
        var (server, run) = Server();

        await run(
            [
                .. GitHub[..2],
                "-",
                .. GitHub[2..],
                "--set",
                "a.b[1].c=3",
                "--set",
                "text=hello",
                "--set",
                "quoted=\"3\"",
                "--set",
                "list[0]=true",
            ],
            "{\"a\":{\"b\":[1]},\"n\":1.50}"u8.ToArray()
        );

        Assert.Equal("""{"a":{"b":[1,{"c":3}]},"n":1.50,"text":"hello","quoted":"3","list":[true]}""", server.Requests[0].Text);
    }

    [Theory]
    [InlineData("a..=1", "{}")]
    [InlineData("=1", "{}")]
    [InlineData("a[x]=1", "{}")]
    [InlineData("a.b=1", "{\"a\":3}")]
    [InlineData("a=1", "no json")]
    public async Task A_value_that_has_no_place_is_refused(string set, string body)
    {
        var (server, run) = Server();

        var ended = await run([.. GitHub[..2], "-", .. GitHub[2..], "--set", set], Encoding.UTF8.GetBytes(body));

        Assert.True(ended.Code is ExitCode.Usage, ended.ToString());
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_header_is_added_and_takes_the_place_of_one_that_the_tool_would_choose()
    {
        var (server, run) = Server();

        await run([.. GitHub, "--header", "X-GitHub-Delivery: mine", "-H", "X-More: a:b"], []);

        Assert.Equal(["mine"], server.Requests[0].Header("X-GitHub-Delivery"));
        Assert.Equal(["a:b"], server.Requests[0].Header("X-More"));
    }

    [Fact]
    public async Task Each_of_many_has_an_id_of_its_own()
    {
        var (server, run) = Server();

        var ended = await run(
            ["send", "stripe", "-", "--url", "http://localhost/hook", "-s", "whsec_1", "--repeat", "20", "--parallel", "4"],
            "{\"id\":\"evt_1\"}"u8.ToArray()
        );

        Assert.Equal(ExitCode.Done, ended.Code);
        Assert.Equal(20, server.Requests.Select(request => Json(request).GetProperty("id").GetString()).Distinct().Count());
        Assert.Contains("20 of 20 delivered", ended.Lines[0], StringComparison.Ordinal);
        Assert.Contains("p50", ended.Lines[1], StringComparison.Ordinal);
        Assert.Contains("200: 20", ended.Lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_are_summed_up_for_scripts()
    {
        var answered = 0;
        var server = new FakeServer(_ => new(Interlocked.Increment(ref answered) % 2 == 0 ? 200 : 500));
        var ended = await new ToolRun { Handler = server.CreateHandler }.RunAsync([.. GitHub, "--repeat", "10", "--json"]);

        var summary = JsonDocument.Parse(ended.Out).RootElement;
        Assert.Equal(ExitCode.Failed, ended.Code);
        Assert.Equal((10, 5), (summary.GetProperty("sent").GetInt32(), summary.GetProperty("delivered").GetInt32()));
        Assert.Equal(5, summary.GetProperty("statuses").GetProperty("500").GetInt32());
    }

    [Theory]
    [InlineData("github", 200, ExitCode.Done)]
    [InlineData("github", 202, ExitCode.Done)]
    [InlineData("github", 204, ExitCode.Done)]
    [InlineData("github", 302, ExitCode.Failed)]
    [InlineData("github", 403, ExitCode.Failed)]
    [InlineData("github", 500, ExitCode.Failed)]
    // Mailgun, Xero: a queued delivery that is answered with 202 would be sent again.
    [InlineData("mailgun", 202, ExitCode.Failed)]
    [InlineData("xero", 202, ExitCode.Failed)]
    [InlineData("xero", 200, ExitCode.Done)]
    public async Task What_the_provider_takes_is_a_success(string provider, int status, int code)
    {
        var server = new FakeServer(_ => new(status));

        var ended = await new ToolRun { Handler = server.CreateHandler }.RunAsync(
            "send",
            provider,
            "--url",
            "http://localhost/hook",
            "--secret",
            "secret"
        );

        Assert.True(ended.Code == code, ended.ToString());
    }

    [Fact]
    public async Task A_status_that_is_asked_for_is_the_only_success()
    {
        var server = new FakeServer(_ => new(403));
        var run = new ToolRun { Handler = server.CreateHandler };

        Assert.Equal(ExitCode.Done, (await run.RunAsync([.. GitHub, "--expect", "403"])).Code);
        Assert.Equal(ExitCode.Failed, (await run.RunAsync([.. GitHub, "--expect", "200"])).Code);
    }

    [Fact]
    public async Task No_answer_is_a_failure_that_says_why()
    {
        var server = new FakeServer(_ => throw new HttpRequestException("Connection refused"));

        var ended = await new ToolRun { Handler = server.CreateHandler }.RunAsync(GitHub);

        Assert.Equal(ExitCode.Failed, ended.Code);
        Assert.Contains("Connection refused", ended.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_shown_without_control_characters()
    {
        var server = new FakeServer(_ => new(200, "\e[2J\e]0;title\a\u202e\nsecond\r"));

        var ended = await new ToolRun { Handler = server.CreateHandler, IsTerminal = true }.RunAsync(GitHub);

        Assert.Contains("\\u001B[2J", ended.Out, StringComparison.Ordinal);
        Assert.Contains("  second\n", ended.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', ended.Out);
        Assert.DoesNotContain("\e[2J", ended.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_asked_for_at_a_terminal_and_never_shown()
    {
        var server = new FakeServer(_ => new(200));
        var run = new ToolRun
        {
            Handler = server.CreateHandler,
            IsTerminal = true,
            Typed = new(["typed secret"]),
        };

        var ended = await run.RunAsync(GitHub[..^2]);

        Assert.Equal(ExitCode.Done, ended.Code);
        Assert.Contains("Secret: ", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("typed secret", ended.Out + ended.Error, StringComparison.Ordinal);
        Assert.Single(server.Requests[0].Header("X-Hub-Signature-256"));
    }

    [Theory]
    [InlineData("There is no provider 'githup'. Did you mean github", "send", "githup", "--url", "http://x/", "-s", "1")]
    [InlineData("Give the secret with --secret", "send", "github", "--url", "http://x/")]
    [InlineData("Say where to", "send", "github", "-s", "1")]
    [InlineData("is no URL", "send", "github", "--url", "ftp://x/", "-s", "1")]
    [InlineData("AesKey", "send", "wecom", "--url", "http://x/", "-s", "1")]
    [InlineData("no private key", "send", "sendgrid", "--url", "http://x/", "-s", "1")]
    [InlineData("There is no file", "send", "github", "/none/body.json", "--url", "http://x/", "-s", "1")]
    [InlineData("There is no file", "send", "github", "--url", "http://x/", "--secret-file", "/none/secret")]
    [InlineData("--repeat is a number", "send", "github", "--url", "http://x/", "-s", "1", "--repeat", "0")]
    [InlineData("NAME=VALUE", "send", "github", "--url", "http://x/", "-s", "1", "--set", "a")]
    public async Task What_is_wrong_with_a_command_line_is_said(string text, params string[] args)
    {
        var server = new FakeServer(_ => new(200));

        var ended = await new ToolRun { Handler = server.CreateHandler }.RunAsync(args);

        Assert.Equal(ExitCode.Usage, ended.Code);
        Assert.Contains(text, ended.Error, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        Assert.Empty(ended.Out);
    }

    [Fact]
    public async Task The_list_says_what_each_is_signed_with_and_under_which_condition()
    {
        var people = await new ToolRun().RunAsync("send", "--list");
        var scripts = await new ToolRun().RunAsync("send", "--list", "--json");
        var lines = scripts
            .Lines.Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(line => line.GetProperty("name").GetString()!);

        Assert.All(people.Lines, line => Assert.True(line.Length <= 80, line));
        Assert.Equal("secret", lines["github"].GetProperty("key").GetString());
        Assert.Equal("privateKey", lines["paypal"].GetProperty("key").GetString());
        Assert.Contains("your public key", lines["paypal"].GetProperty("condition").GetString()!, StringComparison.Ordinal);
        Assert.Equal("AesKey", lines["wecom"].GetProperty("settings")[0].GetString());
        Assert.Contains(
            people.Lines,
            line => line.StartsWith("sendgrid", StringComparison.Ordinal) && line.Contains("private key *", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_request_that_is_printed_is_not_sent()
    {
        var server = new FakeServer(_ => new(200));

        var ended = await new ToolRun { Handler = server.CreateHandler }.RunAsync([.. GitHub, "--print"]);

        Assert.Empty(server.Requests);
        Assert.StartsWith("POST /hook HTTP/1.1\r\nHost: localhost\r\n", Encoding.UTF8.GetString(ended.OutBytes), StringComparison.Ordinal);
    }

    private static JsonElement Json(FakeRequest request) => JsonDocument.Parse(request.Body).RootElement;

    private static (FakeServer Server, Func<string[], byte[], Task<ToolRun>> Run) Server()
    {
        var server = new FakeServer(_ => new(200));
        return (server, (args, input) => new ToolRun { Handler = server.CreateHandler, In = input }.RunAsync(args));
    }
}
