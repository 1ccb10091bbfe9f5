using System.Text;

namespace Hooklatch.AotTests;

/// <summary>A secret that a provider sends when an endpoint is set up, on a disk that does not take it. The provider must not believe it is kept.</summary>
public sealed class SecretStorageTests(PublishedSamples published) : IDisposable
{
    private const string Endpoint = "/api/plugin/dev.providers/webhook/asana";
    private const string File = "Plugins__dev.providers__AsanaSecret";
    private const string Secret = "asana's secret";

    private readonly TemporaryFolder _secrets = new();

    public void Dispose() => _secrets.Dispose();

    [Theory]
    [InlineData("ignore." + File)]
    [InlineData("")]
    public async Task A_secret_that_does_not_reach_the_disk_is_not_said_to_be_kept(string failing)
    {
        var path = Path.TrimEndingDirectorySeparator(_secrets.PathOf(failing));
        await using (var host = await StartAsync("-P", path, "-e", "inject=fsync:error=EIO"))
        {
            var answer = await AskAsync(host);

            Assert.Equal((503, null), answer);
            await host.WaitForLineAsync(_secrets.PathOf(File), "AsanaSecret");
            await host.WaitForOutputAsync("Input/output error");
            Assert.DoesNotContain(Secret, host.Output, StringComparison.Ordinal);
        }

        // Nothing is left that would be read as a secret, or keep the next from being kept.
        Assert.Empty(Directory.GetFileSystemEntries(_secrets.Path));
        await using var later = await published.StartProvidersAsync(Settings);
        Assert.Equal((200, Secret), await AskAsync(later));
        Assert.Equal(Secret, await System.IO.File.ReadAllTextAsync(_secrets.PathOf(File), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_write_that_a_signal_interrupts_is_made_again()
    {
        await using var host = await StartAsync("-e", "inject=fsync:error=EINTR:when=1");

        Assert.Equal((200, Secret), await AskAsync(host));
        Assert.Equal([_secrets.PathOf(File)], Directory.GetFileSystemEntries(_secrets.Path));
    }

    private string[] Settings =>
        [
            "--Hooklatch:SecretsDirectory=" + _secrets.Path,
            "--Hooklatch:HandshakeWindow=" + DateTimeOffset.UtcNow.AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
        ];

    /// <summary>Under strace, which answers system calls in the kernel's place.</summary>
    private async Task<RunningHost> StartAsync(params string[] inject)
    {
        Component.Require("strace");
        return await RunningHost.StartAsync(
            (await published.PublishProvidersAsync()).Binary,
            Settings,
            ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync", .. inject]
        );
    }

    private static async Task<(int Status, string? Echo)> AskAsync(RunningHost host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Endpoint)
        {
            Content = new StringContent("{}", Encoding.UTF8, "application/json"),
            Headers = { { "X-Hook-Secret", Secret } },
        };
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, answer.Headers.TryGetValues("X-Hook-Secret", out var echo) ? string.Join(',', echo) : null);
    }
}
