using System.Net;
using System.Text;
using Hooklatch.Cli.Listening;
using Hooklatch.Cli.Terminals;
using Hooklatch.Cli.Tests.Harness;
using Hooklatch.Cli.Tests.Verifying;
using Hooklatch.Cli.Verifying;

namespace Hooklatch.Cli.Tests.Listening;

/// <summary><c>listen</c> on a real Kestrel: what it saves is what arrived.</summary>
public sealed class LocalListenTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public async Task What_is_saved_is_verified_by_verify()
    {
        using var folder = new TemporaryFolder();
        var body = new byte[] { (byte)'{', (byte)'}', 0x0D, 0x0A, 0x00, 0xFF };
        var capture = await Captures.OfAsync(
            _clock,
            body,
            "github",
            "-s",
            "secret",
            "--url",
            "http://localhost/hook?a=%20b&a=1",
            "-e",
            "push"
        );

        var listening = await ExchangeAsync(new() { Save = folder.PathOf("in") }, null, capture);

        var file = Assert.Single(Directory.GetFiles(folder.PathOf("in")));
        Assert.Equal(body, CapturedReader.Read(File.ReadAllBytes(file))[0].Body);
        Assert.Equal("/hook?a=%20b&a=1", CapturedReader.Read(File.ReadAllBytes(file))[0].Target);
        Assert.Equal(ExitCode.Done, (await new ToolRun().RunAsync("verify", "github", file, "-s", "secret")).Code);
        Assert.Contains("POST /hook?a=%20b&a=1  6 bytes", listening.Lines[0], StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task What_is_printed_for_scripts_is_verified_by_verify()
    {
        var capture = await Captures.OfAsync(
            _clock,
            "{\"a\":1}\n"u8.ToArray(),
            "stripe",
            "-s",
            "whsec_1",
            "--url",
            "http://localhost/hook"
        );

        var listening = await ExchangeAsync(new(), null, capture, json: true);
        _clock.Advance(TimeSpan.FromHours(1));
        var run = await new ToolRun { Time = _clock, In = Encoding.UTF8.GetBytes(listening.Out + listening.Out) }.RunAsync(
            "verify",
            "stripe",
            "-",
            "-s",
            "whsec_1",
            "--json"
        );

        // The time of receipt is part of it, so that a signed time is as old as it was.
        Assert.True(run.Code == ExitCode.Done, run.ToString());
        Assert.Equal(2, run.Lines.Length);
    }

    [Fact]
    public async Task Chunks_are_put_together_and_a_repeated_header_stays_repeated()
    {
        using var folder = new TemporaryFolder();
        await ExchangeAsync(
            new() { Save = folder.Path },
            null,
            "POST / HTTP/1.1\r\nHost: x\r\nX-Sig: 1\r\nX-Sig: 2\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"u8.ToArray()
        );

        var saved = CapturedReader.Read(File.ReadAllBytes(Assert.Single(Directory.GetFiles(folder.Path))))[0];
        Assert.Equal("abcde"u8.ToArray(), saved.Body);
        Assert.Equal(["1", "2"], saved.Headers.Where(header => header.Key == "X-Sig").Select(header => header.Value));
    }

    [Fact]
    public async Task A_request_is_sent_on_unchanged_and_its_answer_given_back()
    {
        var server = new FakeServer(_ => new(418, "short and stout", "text/plain"));
        var body = "{ \"a\":1 }\r\n"u8.ToArray();
        var capture = await Captures.OfAsync(_clock, body, "github", "-s", "secret", "--url", "http://localhost/hook?x=1", "-e", "push");

        var (run, answer) = await ExchangeWithAnswerAsync(new() { Forward = "http://localhost:5000" }, server, capture);

        var sent = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/hook?x=1"), (sent.Method, sent.Path));
        Assert.Equal(body, sent.Body);
        Assert.Equal(["push"], sent.Header("X-GitHub-Event"));
        Assert.Single(sent.Header("X-Hub-Signature-256"));
        Assert.StartsWith("HTTP/1.1 418", answer, StringComparison.Ordinal);
        Assert.Contains("short and stout", answer, StringComparison.Ordinal);
        Assert.EndsWith("-> 418", run.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_that_does_not_answer_is_told_to_both_sides()
    {
        var server = new FakeServer(_ => throw new HttpRequestException("Connection refused"));

        var (run, answer) = await ExchangeWithAnswerAsync(
            new() { Forward = "http://localhost:5000/own" },
            server,
            "POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"u8.ToArray()
        );

        Assert.Equal("/own", Assert.Single(server.Paths));
        Assert.StartsWith("HTTP/1.1 502", answer, StringComparison.Ordinal);
        Assert.Contains("Connection refused", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_answered_413_and_not_kept()
    {
        using var folder = new TemporaryFolder();
        var run = new ToolRun { Time = _clock };
        var listener = new LocalListener(new() { Save = folder.Path }, null, new Output(run.Surroundings(), false));
        await using var receiver = await LocalReceiver.StartAsync(IPAddress.Loopback, 0, 10, _clock, listener.ReceiveAsync);

        var answer = await RawHttp.AskAsync(receiver.Address, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\n\r\n12345678901");

        Assert.Equal(413, answer.Status);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task What_is_printed_moves_no_terminal()
    {
        var run = await ExchangeAsync(
            new() { Prints = true },
            null,
            "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n\u001b[2Ja\nb\rc"u8.ToArray()
        );

        Assert.DoesNotContain('\e', run.Out);
        Assert.Contains("  \\u001B[2Ja\n  b\\u000Dc\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_ends_it_with_130()
    {
        using var interrupted = new CancellationTokenSource();
        var run = new ToolRun { Time = _clock };
        var ended = run.RunAsync(["listen", "--port", "0"], interrupted.Token);
        await run.FirstNote;
        await interrupted.CancelAsync();
        await ended;

        Assert.Equal(ExitCode.Interrupted, run.Code);
        Assert.Contains("Listening on http://127.0.0.1:", run.Error, StringComparison.Ordinal);
    }

    private async Task<ToolRun> ExchangeAsync(ListenSettings settings, FakeServer? target, byte[] request, bool json = false) =>
        (await ExchangeWithAnswerAsync(settings, target, request, json)).Run;

    private async Task<(ToolRun Run, string Answer)> ExchangeWithAnswerAsync(
        ListenSettings settings,
        FakeServer? target,
        byte[] request,
        bool json = false
    )
    {
        var run = new ToolRun { Time = _clock };
        using var client = target is null ? null : new HttpMessageInvoker(target.CreateHandler());
        var forwarder = client is null ? null : new Forwarder(client, _clock, settings.Forward!);
        var listener = new LocalListener(settings, forwarder, new Output(run.Surroundings(), json));
        await using var receiver = await LocalReceiver.StartAsync(IPAddress.Loopback, 0, 1 << 20, _clock, listener.ReceiveAsync);
        await using var connection = await RawHttp.ConnectAsync(receiver.Address);
        await connection.SendAsync(Captures.WithHead(request, head => head + "\r\nConnection: close"));
        var answer = await connection.ReadToCloseAsync();
        return (run, answer.Text);
    }
}
