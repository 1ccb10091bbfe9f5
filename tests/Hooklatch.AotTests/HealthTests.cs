using System.Net;

namespace Hooklatch.AotTests;

/// <summary>The probes of an orchestrator, asked of the running sample.</summary>
public sealed class HealthTests(PublishedSamples published)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task The_running_sample_is_healthy(string path)
    {
        await using var host = await published.StartAsync();

        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(host, path));
    }

    /// <summary>A restart would not bring the directory back.</summary>
    [Fact]
    public async Task A_sample_that_cannot_take_large_bodies_is_alive_and_not_ready()
    {
        using var folder = new TemporaryFolder();
        var spool = Directory.CreateDirectory(folder.PathOf("spool"));
        await using var host = await published.StartAsync($"--Hooklatch:SpoolDirectory={spool.FullName}");

        spool.Delete(recursive: true);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await AskAsync(host, "/health/ready"));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(host, "/health/live"));
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(RunningHost host, string path)
    {
        using var answer = await host.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
