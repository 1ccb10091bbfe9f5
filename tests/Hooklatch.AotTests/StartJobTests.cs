using System.Net;
using System.Text;

namespace Hooklatch.AotTests;

/// <summary>The sample's job, in the published binary: accepted at once, told to a chat when it is done.</summary>
public sealed class StartJobTests(PublishedSamples published) : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_job_is_accepted_and_its_chat_is_told_when_it_is_done()
    {
        await using var host = await StartAsync();

        var (status, body) = await PostAsync(host, """{"task_id":"t-1","notify_chat_key":"console-jobs"}""");

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal("""{"status":"accepted","task_id":"t-1","message":"Job received and being processed in background."}""", body);
        await host.WaitForOutputAsync("[console-jobs] Job t-1 is done.");
    }

    [Theory]
    [InlineData("""{"task_id":"t-1"}""")]
    [InlineData("""{"notify_chat_key":"console-jobs"}""")]
    [InlineData("""{"task_id":"t-1","notify_chat_key":""}""")]
    [InlineData("{}")]
    public async Task A_key_that_is_missing_is_told(string body)
    {
        await using var host = await StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(host, body)).Status);
    }

    [Fact]
    public async Task Nobody_starts_a_job_without_the_token()
    {
        await using var host = await StartAsync();

        var (status, _) = await PostAsync(host, """{"task_id":"t-1","notify_chat_key":"console-jobs"}""", token: "wrong");

        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    private Task<RunningHost> StartAsync() =>
        published.StartAsync(
            Sample.WithJobToken,
            "--Hooklatch:Sessions:console:Kind=console",
            $"--{RunningHost.DataDirectory}={_data.Path}"
        );

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(RunningHost host, string body, string token = Sample.JobToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Sample.StartJob)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Job-Token", token);
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
