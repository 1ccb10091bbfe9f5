using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hooklatch.Cli.Tests.Harness;

namespace Hooklatch.Cli.Tests.Verifying;

/// <summary><c>verify</c> names what happened to a request between the provider and the file.</summary>
public sealed partial class DamageTests
{
    private const string Url = "https://hooks.example.com/hook?a=1";
    private const string Hub = "X-Hub-Signature-256";

    private readonly TestClock _clock = new();

    [Fact]
    public async Task What_nobody_damaged_is_verified()
    {
        var run = await VerifyAsync(await GitHubAsync());

        Assert.True(run.Code == ExitCode.Done, run.ToString());
        Assert.Equal("verified", run.Lines[^1]);
    }

    [Fact]
    public async Task Another_secret() => Assert.Equal("secret", await CauseAsync(await GitHubAsync(), "github", "wr0ng-0ne"));

    [Fact]
    public async Task The_secret_of_another_environment()
    {
        var capture = await Captures.OfAsync(_clock, "{\"livemode\":false}"u8.ToArray(), "stripe", "-s", "whsec_test", "--url", Url);

        Assert.Equal("otherEnvironment", await CauseAsync(capture, "stripe", "whsec_live", "--other-secret", "test=whsec_test"));
        // Without the other secret, the body says where it is from.
        var run = await VerifyAsync(capture, "stripe", "whsec_live");
        Assert.Contains("livemode false", Joined(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prefix_that_is_missing() =>
        Assert.Equal(
            "prefix",
            await CauseAsync(Captures.WithHead(await GitHubAsync(), head => head.Replace("sha256=", "", StringComparison.Ordinal)))
        );

    [Fact]
    public async Task Another_encoding() =>
        Assert.Equal(
            "encoding",
            await CauseAsync(
                Captures.WithHead(
                    await GitHubAsync(),
                    head =>
                        Signature().Replace(head, match => "sha256=" + Convert.ToBase64String(Convert.FromHexString(match.Groups[1].Value)))
                )
            )
        );

    [Fact]
    public async Task A_body_that_was_parsed_and_written_anew() =>
        Assert.Equal(
            "rewrittenJson",
            await CauseAsync(Captures.WithBody(await GitHubAsync("{\"a\": 1, \"b\": [2]}"), _ => "{\"a\":1,\"b\":[2]}"u8.ToArray()))
        );

    [Fact]
    public async Task A_line_end_at_the_end()
    {
        Assert.Equal("trailingNewline", await CauseAsync(Captures.WithBody(await GitHubAsync(), body => [.. body, (byte)'\n'])));
        Assert.Equal("trailingNewline", await CauseAsync(Captures.WithBody(await GitHubAsync("{}\n"), _ => "{}"u8.ToArray())));
    }

    [Fact]
    public async Task Other_line_ends() =>
        Assert.Equal(
            "lineEndings",
            await CauseAsync(Captures.WithBody(await GitHubAsync("{\n\"a\":\n1}"), _ => "{\r\n\"a\":\r\n1}"u8.ToArray()))
        );

    [Fact]
    public async Task A_clock_that_is_off()
    {
        var capture = await Captures.OfAsync(_clock, "{}"u8.ToArray(), "stripe", "-s", "whsec_1", "--url", Url);
        _clock.Advance(TimeSpan.FromSeconds(301));

        Assert.Equal("clock", await CauseAsync(capture, "stripe", "whsec_1"));
        // When it was received is what counts.
        Assert.Equal(ExitCode.Done, (await VerifyAsync(capture, "stripe", "whsec_1", "--now", "2m")).Code);
        Assert.Equal(ExitCode.Done, (await VerifyAsync(capture, "stripe", "whsec_1", "--now", "1700000000")).Code);
        Assert.Equal(ExitCode.Done, (await VerifyAsync(capture, "stripe", "whsec_1", "--now", "2023-11-14T22:13:20Z")).Code);
    }

    [Fact]
    public async Task Another_header() =>
        Assert.Equal(
            "otherHeader",
            await CauseAsync(Captures.WithHead(await GitHubAsync(), head => head.Replace(Hub, "X-Signature", StringComparison.Ordinal)))
        );

    [Fact]
    public async Task A_header_that_is_missing() =>
        Assert.Equal(
            "missing",
            await CauseAsync(
                Captures.WithHead(
                    await GitHubAsync(),
                    head => Signature().Replace(head, "").Replace(Hub, "X-None", StringComparison.Ordinal)
                )
            )
        );

    [Fact]
    public async Task A_header_that_stands_twice() =>
        Assert.Equal(
            "repeated",
            await CauseAsync(Captures.WithHead(await GitHubAsync(), head => head + "\r\n" + Hub + ": sha256=" + new string('0', 64)))
        );

    [Theory]
    [InlineData("http://hooks.example.com/hook?a=1")]
    [InlineData("https://hooks.example.com/hook?a=2")]
    [InlineData("https://hooks.example.com/hook/?a=1")]
    [InlineData("https://hooks.example.com:443/hook?a=1")]
    [InlineData("https://internal:8080/hook?a=1")]
    public async Task A_url_that_a_proxy_changed(string received)
    {
        var capture = await Captures.OfAsync(_clock, "{}"u8.ToArray(), "square", "-s", "k3y", "--url", Url);

        Assert.Equal(ExitCode.Done, (await VerifyAsync(capture, "square", "k3y", "--url", Url)).Code);
        Assert.Equal("url", await CauseAsync(capture, "square", "k3y", "--url", received));
    }

    /// <summary>Twilio verifies in code that says no more than that a signature fails.</summary>
    [Fact]
    public async Task A_url_that_a_proxy_changed_is_found_where_code_verifies()
    {
        var capture = await Captures.OfAsync(_clock, "a=1&b=2"u8.ToArray(), "twilio", "-s", "t0ken", "--url", Url);

        Assert.Equal(ExitCode.Done, (await VerifyAsync(capture, "twilio", "t0ken", "--url", Url)).Code);
        Assert.Equal("url", await CauseAsync(capture, "twilio", "t0ken", "--url", Url.Replace("https", "http", StringComparison.Ordinal)));
        Assert.Equal("secret", await CauseAsync(capture, "twilio", "wr0ng-0ne", "--url", Url));
    }

    [Fact]
    public async Task A_body_that_was_compressed() =>
        Assert.Equal("compressed", await CauseAsync(Captures.WithBody(await GitHubAsync(), Zipped)));

    [Fact]
    public async Task A_byte_order_mark() =>
        Assert.Equal("byteOrderMark", await CauseAsync(Captures.WithBody(await GitHubAsync(), body => [0xEF, 0xBB, 0xBF, .. body])));

    [Fact]
    public async Task Another_algorithm()
    {
        var mac = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA512.HashData("secret"u8, "{\"a\":1}"u8));
        Assert.Equal(
            "algorithm",
            await CauseAsync(Captures.WithHead(await GitHubAsync(), head => Signature().Replace(head, "sha256=" + mac)))
        );
    }

    [Fact]
    public async Task A_secret_that_is_read_in_another_way()
    {
        var decoded = Convert.ToHexStringLower(
            System.Security.Cryptography.HMACSHA256.HashData(Convert.FromBase64String("c2VjcmV0"), "{\"a\":1}"u8)
        );
        Assert.Equal(
            "secretReading",
            await CauseAsync(
                Captures.WithHead(await GitHubAsync(), head => Signature().Replace(head, "sha256=" + decoded)),
                "github",
                "c2VjcmV0"
            )
        );
    }

    [Fact]
    public async Task A_token_that_is_another_one()
    {
        var capture = await Captures.OfAsync(_clock, "{}"u8.ToArray(), "telegram", "-s", "r1ght-0ne", "--url", Url);

        Assert.Equal(ExitCode.Done, (await VerifyAsync(capture, "telegram", "r1ght-0ne")).Code);
        Assert.Equal("secret", await CauseAsync(capture, "telegram", "wr0ng-0ne"));
    }

    private Task<byte[]> GitHubAsync(string body = "{\"a\":1}") =>
        Captures.OfAsync(_clock, Encoding.UTF8.GetBytes(body), "github", "-s", "secret", "--url", Url, "-e", "push");

    private Task<ToolRun> VerifyAsync(byte[] capture, string provider = "github", string secret = "secret", params string[] more) =>
        new ToolRun { Time = _clock, In = capture }.RunAsync(["verify", provider, "-", "--secret", secret, .. more]);

    private async Task<string?> CauseAsync(byte[] capture, string provider = "github", string secret = "secret", params string[] more)
    {
        var people = await VerifyAsync(capture, provider, secret, more);
        var scripts = await VerifyAsync(capture, provider, secret, [.. more, "--json"]);
        Assert.Equal((ExitCode.Failed, ExitCode.Failed), (people.Code, scripts.Code));
        Assert.All(people.Lines, line => Assert.True(line.Length <= 80, line));
        var cause = JsonDocument.Parse(scripts.Out).RootElement.GetProperty("cause").GetString();
        Assert.Contains($"not verified: {cause}", people.Lines);
        // A secret is never part of what is printed.
        Assert.DoesNotContain(secret == "secret" ? "secret'" : secret, people.Out, StringComparison.Ordinal);
        return cause;
    }

    private static string Joined(ToolRun run) => string.Join(' ', run.Lines.Select(line => line.Trim()));

    private static byte[] Zipped(byte[] body)
    {
        using var zipped = new MemoryStream();
        using (var stream = new GZipStream(zipped, CompressionLevel.Optimal))
        {
            stream.Write(body);
        }

        return zipped.ToArray();
    }

    [GeneratedRegex("sha256=([0-9a-f]{64})")]
    private static partial Regex Signature();
}
