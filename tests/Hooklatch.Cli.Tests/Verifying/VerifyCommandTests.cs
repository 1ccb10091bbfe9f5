using System.Text;
using System.Text.Json;
using Hooklatch.Cli.Catalog;
using Hooklatch.Cli.Tests.Harness;

namespace Hooklatch.Cli.Tests.Verifying;

/// <summary><c>verify</c> reads what was captured, and verifies it by every preset.</summary>
public sealed class VerifyCommandTests
{
    private const string Url = "https://hooks.example.com/hook";

    private readonly TestClock _clock = new();

    public static TheoryData<string> Names => [.. PresetCatalog.Names];

    [Theory, MemberData(nameof(Names))]
    public async Task What_send_signs_is_verified_and_what_is_signed_with_another_key_is_not(string name)
    {
        var (keys, others) = (TestKeys.Of(name), TestKeys.Of(name));
        if (others.Verifying == keys.Verifying)
        {
            others = new("another", "another");
        }

        using var folder = new TemporaryFolder();
        folder.Write("signing", keys.Signing);
        folder.Write("verifying", keys.Verifying);
        folder.Write("other", others.Verifying);
        string[] settings =
        [
            .. TestKeys.Settings.GetValueOrDefault(name, []).SelectMany(one => (string[])["--setting", $"{one.Name}={one.Value}"]),
        ];

        var sent = await new ToolRun { Time = _clock }.RunAsync([
            "send",
            name,
            "--url",
            Url,
            "--print",
            "--secret-file",
            folder.PathOf("signing"),
            .. settings,
        ]);
        Assert.True(sent.Code == ExitCode.Done, sent.ToString());
        var right = await RunAsync("verifying");
        var wrong = await RunAsync("other");

        Assert.True(right.Code == ExitCode.Done, $"{right}\n{Encoding.UTF8.GetString(sent.OutBytes)}");
        Assert.Equal(ExitCode.Failed, wrong.Code);

        Task<ToolRun> RunAsync(string file) =>
            new ToolRun { Time = _clock, In = sent.OutBytes }.RunAsync([
                "verify",
                name,
                "-",
                "--url",
                Url + TargetQuery(sent.OutBytes),
                "--secret-file",
                folder.PathOf(file),
                .. settings,
            ]);
    }

    [Fact]
    public async Task Every_secret_is_tried_and_the_one_that_fits_is_named()
    {
        var capture = await Captures.OfAsync(_clock, "{}"u8.ToArray(), "github", "-s", "new", "--url", Url, "-e", "push");

        var run = await new ToolRun { Time = _clock, In = capture }.RunAsync("verify", "github", "-", "-s", "old", "-s", "new", "--json");

        Assert.Equal(1, JsonDocument.Parse(run.Out).RootElement.GetProperty("secretIndex").GetInt32());
    }

    [Fact]
    public async Task A_request_that_was_captured_in_chunks_is_put_together()
    {
        var capture = await Captures.OfAsync(_clock, "{\"a\":1}"u8.ToArray(), "github", "-s", "secret", "--url", Url, "-e", "push");
        var chunked = Captures.WithBody(
            Captures.WithHead(capture, head => head.Replace("Content-Length: 7", "Transfer-Encoding: chunked", StringComparison.Ordinal)),
            _ => "3\r\n{\"a\r\n4;x=y\r\n\":1}\r\n0\r\nTrailer: x\r\n\r\n"u8.ToArray()
        );

        var run = await new ToolRun { Time = _clock, In = chunked }.RunAsync("verify", "github", "-", "-s", "secret");

        Assert.True(run.Code == ExitCode.Done, run.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("POST / HTTP/1.1")]
    [InlineData("POST / HTTP/1.1\r\nno header\r\n\r\n{}")]
    [InlineData("hello\n\n{}")]
    [InlineData("{\"method\":\"POST\"}")]
    [InlineData("{\"method\":\"POST\",\"target\":\"/\",\"body\":\"*\"}")]
    [InlineData("{]")]
    public async Task What_is_no_capture_is_refused_with_words(string capture)
    {
        var run = await new ToolRun { In = Encoding.UTF8.GetBytes(capture) }.RunAsync("verify", "github", "-", "-s", "secret", "--json");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Equal("capture", JsonDocument.Parse(run.Error).RootElement.GetProperty("error").GetString());
    }

    [Fact]
    public async Task Hostile_headers_move_no_terminal()
    {
        var capture = "POST /\u001b]0;x\u0007 HTTP/1.1\nX-Hub-Signature-256: \u001b[2J\nX-\u001b[31m: 1\n\n\u001b[2J"u8.ToArray();

        var run = await new ToolRun { In = capture, IsTerminal = true }.RunAsync("verify", "github", "-", "-s", "secret");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.All(run.Out.Split('\e').Skip(1), rest => Assert.Matches(@"^\[(0|2|31|32|33)m", rest));
    }

    [Fact]
    public async Task A_length_that_does_not_fit_is_pointed_out()
    {
        var capture = await Captures.OfAsync(_clock, "{}"u8.ToArray(), "github", "-s", "secret", "--url", Url, "-e", "push");

        var run = await new ToolRun { In = Captures.WithBody(capture, body => [.. body, (byte)'\n']) }.RunAsync(
            "verify",
            "github",
            "-",
            "-s",
            "secret"
        );

        Assert.Contains("Content-Length says 2", run.Out, StringComparison.Ordinal);
    }

    private static string TargetQuery(byte[] capture)
    {
        var target = Encoding.UTF8.GetString(capture).Split(' ')[1];
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? "" : target[query..];
    }
}
