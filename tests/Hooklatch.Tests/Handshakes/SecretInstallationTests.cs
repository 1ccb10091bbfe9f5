using Hooklatch.Tests.Hosting;
using Hooklatch.Tests.Plugin;

namespace Hooklatch.Tests.Handshakes;

/// <summary>A provider that sends its secret when an endpoint is set up: kept only in a window, never over another.</summary>
public sealed class SecretInstallationTests : IDisposable
{
    private const string Endpoint = "/handshakes/install";
    private const string Body = """{"events":[]}""";
    private const string Setting = WebhookHost.Settings + nameof(GateConfig.InstalledSecret);
    private const string File = "Plugins__tests.runtime__InstalledSecret";
    private const string Window = "2023-11-14T22:23:20Z"; // Ten minutes after the host's clock.

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("hooklatch-secrets-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_secret_that_is_installed_within_the_window_verifies_the_next_delivery(bool isInHeader)
    {
        await using var host = await StartAsync(Window);
        await DeliverAsync(host, "asana's secret").IsProblemAsync(500, "Webhook secret not configured");

        var answer = await AskAsync(host, "asana's secret", isInHeader);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(
            isInHeader ? "asana's secret" : null,
            answer.Headers.TryGetValues("X-Hook-Secret", out var sent) ? sent.Single() : null
        );
        Assert.Empty(host.Deliveries.Handled);
        await DeliverAsync(host, "asana's secret").IsAsync(200);
        await DeliverAsync(host, "another").IsProblemAsync(403, "Invalid signature");
        Assert.Single(host.Log.Named("SecretInstalled"));
    }

    [Fact]
    public async Task An_installed_secret_outlives_the_host_and_nobody_else_can_read_its_file()
    {
        await using (var first = await StartAsync(Window))
        {
            await AskAsync(first, "asana's secret");
        }

        Assert.Equal([File], _directory.GetFiles().Select(file => file.Name));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, _directory.GetFiles()[0].UnixFileMode);
        }

        await using var second = await StartAsync(window: null);
        await DeliverAsync(second, "asana's secret").IsAsync(200);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2023-11-14T22:13:20Z")]
    [InlineData("2023-11-14T23:13:20+02:00")]
    public async Task Outside_the_window_nothing_is_installed(string? window)
    {
        await using var host = await StartAsync(window);

        await AskAsync(host, "mine");

        Assert.Empty(_directory.GetFiles());
        await DeliverAsync(host, "mine").IsProblemAsync(500, "Webhook secret not configured");
        Assert.Single(host.Log.Named("SecretNotInstalled"));
    }

    [Theory]
    [InlineData("""{"verification_token":"mine","verification_token":"mine"}""")]
    [InlineData("""{"verification_token":"mine","verification_token":"yours"}""")]
    [InlineData("""{"verification_token":"mine","verification\u005ftoken":"yours"}""")]
    public async Task A_secret_that_is_sent_twice_is_not_installed(string body)
    {
        await using var host = await StartAsync(Window);

        await host.PostAsync(Endpoint, body).IsProblemAsync(400, "Missing signature");

        Assert.Empty(_directory.GetFiles());
    }

    [Fact]
    public async Task The_window_closes_while_the_host_runs()
    {
        await using var host = await StartAsync(Window);
        host.Time.Advance(TimeSpan.FromMinutes(10));

        await AskAsync(host, "mine");

        await DeliverAsync(host, "mine").IsProblemAsync(500, "Webhook secret not configured");
    }

    [Fact]
    public async Task An_operator_opens_the_window_while_the_host_runs()
    {
        await using var host = await StartAsync(window: null);
        await AskAsync(host, "too early");
        Assert.Empty(_directory.GetFiles());

        host.Configuration.Change(("Hooklatch:HandshakeWindow", Window));
        await AskAsync(host, "asana's secret");

        await DeliverAsync(host, "asana's secret").IsAsync(200);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2023-11-14T22:13:20Z")]
    public async Task An_operator_closes_the_window_while_the_host_runs(string? window)
    {
        await using var host = await StartAsync(Window);

        host.Configuration.Change(("Hooklatch:HandshakeWindow", window));
        await AskAsync(host, "too late");

        Assert.Empty(_directory.GetFiles());
        Assert.Single(host.Log.Named("SecretNotInstalled"));
    }

    [Fact]
    public async Task Without_a_directory_nothing_is_installed()
    {
        await using var host = await WebhookHost.StartAsync(settings: [(Setting, null), ("Hooklatch:HandshakeWindow", Window)]);

        await AskAsync(host, "mine");

        await DeliverAsync(host, "mine").IsProblemAsync(500, "Webhook secret not configured");
    }

    [Fact]
    public async Task A_secret_is_never_installed_over_one_that_is_configured()
    {
        await using var host = await StartAsync(Window, (Setting, "the operator's"));

        await AskAsync(host, "mine");

        Assert.Empty(_directory.GetFiles());
        await DeliverAsync(host, "mine").IsProblemAsync(403, "Invalid signature");
        await DeliverAsync(host, "the operator's").IsAsync(200);
        Assert.Single(host.Log.Named("SecretAlreadyConfigured"));
    }

    [Theory]
    [InlineData(null, null, "SecretNotInstalled")]
    [InlineData(Window, "the operator's", "SecretAlreadyConfigured")]
    public async Task A_flood_of_secrets_that_are_not_kept_does_not_fill_the_log(string? window, string? configured, string expected)
    {
        await using var host = await StartAsync(window, (Setting, configured));

        for (var i = 0; i < 20; i++)
        {
            await AskAsync(host, "mine");
        }

        Assert.Single(host.Log.Named(expected));

        host.Time.Advance(TimeSpan.FromMinutes(1));
        await AskAsync(host, "mine");
        Assert.Equal([0, 19], host.Log.Named(expected).Select(entry => entry.Fields["Since"]));
    }

    [Fact]
    public async Task A_secret_is_never_installed_over_another_also_not_by_many_at_once()
    {
        await using var host = await StartAsync(Window);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => AskAsync(host, $"secret {i}")));

        Assert.Equal([File], _directory.GetFiles().Select(file => file.Name));
        Assert.Single(host.Log.Named("SecretInstalled"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => DeliverAsync(host, $"secret {i}")));
        Assert.Single(answers, answer => (int)answer.StatusCode == 200);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_secret_that_cannot_be_stored_is_not_said_to_be_kept_and_a_later_one_is(bool isInHeader)
    {
        await using var host = await StartAsync(Window);
        var inTheWay = _directory.CreateSubdirectory("ignore." + File);

        var rejected = await AskAsync(host, "first", isInHeader);

        await rejected.IsProblemAsync(503, "Webhook secret could not be stored");
        Assert.Equal(30, rejected.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.False(rejected.Headers.Contains("X-Hook-Secret"));
        Assert.Empty(_directory.GetFiles());
        var logged = Assert.Single(host.Log.Named("SecretNotStored"));
        Assert.Contains(inTheWay.FullName, logged.Rest, StringComparison.Ordinal);
        Assert.Equal(Path.Combine(_directory.FullName, File), logged.Fields["File"]);
        await DeliverAsync(host, "first").IsProblemAsync(500, "Webhook secret not configured");

        inTheWay.Delete();
        Assert.Equal(200, (int)(await AskAsync(host, "second", isInHeader)).StatusCode);
        await DeliverAsync(host, "second").IsAsync(200);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("%20%20")]
    [InlineData("gr\u00fc\u00dfe")]
    public async Task A_secret_that_is_blank_or_not_printable_is_rejected_and_blocks_no_other(string secret)
    {
        await using var host = await StartAsync(Window);
        var body = $$"""{"verification_token":"{{Uri.UnescapeDataString(secret)}}"}""";

        await host.PostAsync(Endpoint, body).IsProblemAsync(403, "Invalid handshake");

        await AskAsync(host, "asana's secret");
        await DeliverAsync(host, "asana's secret").IsAsync(200);
    }

    [Fact]
    public async Task An_unsigned_handshake_in_a_body_is_small()
    {
        await using var host = await StartAsync(Window);
        var body = $$"""{"verification_token":"mine","padding":"{{new string('x', 1024)}}"}""";

        await host.PostAsync(Endpoint, body).IsProblemAsync(400, "Missing signature");
        await host.PostAsync(Endpoint, """{"other":"handshake"}""").IsProblemAsync(400, "Missing signature");
        await host.PostAsync(Endpoint, "no JSON").IsProblemAsync(400, "Missing signature");

        Assert.Empty(_directory.GetFiles());
    }

    [Fact]
    public async Task The_secret_is_logged_nowhere()
    {
        const string Canary = "canary-8c1f5a";
        await using var host = await StartAsync(Window);

        await AskAsync(host, Canary, isInHeader: true);
        await AskAsync(host, Canary, isInHeader: false);
        await DeliverAsync(host, Canary);

        Assert.DoesNotContain(host.Log.Entries, entry => entry.Everything.Contains(Canary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_directory_is_read_as_configuration_for_every_secret()
    {
        await System.IO.File.WriteAllTextAsync(
            Path.Combine(_directory.FullName, "Plugins__tests.runtime__GitHubSecret"),
            "from a file\n",
            TestContext.Current.CancellationToken
        );
        await using var host = await StartAsync(window: null);

        await host.PostSignedAsync("{}", "from a file").IsAsync(200);
        await host.PostSignedAsync("{}").IsProblemAsync(403, "Invalid signature");
    }

    private Task<WebhookHost> StartAsync(string? window, params (string Path, string? Value)[] settings) =>
        WebhookHost.StartAsync(
            settings:
            [
                (Setting, null),
                ("Hooklatch:SecretsDirectory", _directory.FullName),
                ("Hooklatch:HandshakeWindow", window),
                .. settings,
            ]
        );

    private static Task<HttpResponseMessage> AskAsync(WebhookHost host, string secret, bool isInHeader = true) =>
        isInHeader
            ? host.PostAsync(Endpoint, "{}", ("X-Hook-Secret", secret))
            : host.PostAsync(Endpoint, $$"""{"verification_token":"{{secret}}"}""");

    private static Task<HttpResponseMessage> DeliverAsync(WebhookHost host, string secret) =>
        host.PostAsync(Endpoint, Body, ("X-Signature", Sign.Sha256Hex(Body, secret)));
}
