using System.Net;

namespace Hooklatch.AotTests;

/// <summary>The contract of the sample, held by the published binary.</summary>
public sealed class SampleHostTests(PublishedSamples published)
{
    private const string Push = """
        {
          "repository": { "full_name": "octo/hello" },
          "pusher": { "name": "mona" },
          "commits": [{ "message": "First" }, { "message": "Second\n\nwith a body" }]
        }
        """;

    [Fact]
    public async Task A_push_is_acknowledged_and_logged()
    {
        await using var host = await published.StartAsync(Sample.WithSecret);

        var answer = await Answer.ReadAsync(GitHubDelivery.Signed("push", Push).SendToAsync(host.Client));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            ("success", "Event 'push' received and acknowledged."),
            ((string?)answer.Json["status"], (string?)answer.Json["message"])
        );
        await host.WaitForLineAsync("octo/hello", "mona", "2", "Second");
        Assert.DoesNotContain("with a body", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_signature_is_a_problem_with_403()
    {
        await using var host = await published.StartAsync(Sample.WithSecret);

        var answer = await Answer.ReadAsync(GitHubDelivery.Signed("push", Push, secret: "another").SendToAsync(host.Client));

        answer.AssertProblem(HttpStatusCode.Forbidden, "Invalid signature");
    }

    [Fact]
    public async Task A_missing_signature_is_a_problem_with_400()
    {
        await using var host = await published.StartAsync(Sample.WithSecret);

        var answer = await Answer.ReadAsync((GitHubDelivery.Signed("push", Push) with { Signature = null }).SendToAsync(host.Client));

        answer.AssertProblem(HttpStatusCode.BadRequest, "Missing signature: X-Hub-Signature-256 is missing");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_secret_that_is_not_configured_is_a_problem_with_500(string secret)
    {
        await using var host = await published.StartAsync($"--Plugins:dev.sample_webhook:GitHubWebhookSecret={secret}");

        var answer = await Answer.ReadAsync(GitHubDelivery.Signed("push", Push, secret).SendToAsync(host.Client));

        answer.AssertProblem(HttpStatusCode.InternalServerError, "Webhook secret not configured");
    }

    [Theory]
    [InlineData("GET", HttpStatusCode.OK, "available")]
    [InlineData("POST", HttpStatusCode.Created, "created")]
    [InlineData("DELETE", HttpStatusCode.OK, "deleted")]
    public async Task A_resource_answers_each_of_its_methods(string method, HttpStatusCode status, string said)
    {
        await using var host = await published.StartAsync();

        var answer = await SendAsync(host, method, Sample.Resource);

        Assert.Equal((status, "application/json", said), (answer.Status, answer.MediaType, (string?)answer.Json["status"]));
    }

    [Fact]
    public async Task A_resource_rejects_other_methods_and_names_its_own()
    {
        await using var host = await published.StartAsync();

        var answer = await SendAsync(host, "PUT", Sample.Resource);

        answer.AssertProblem(HttpStatusCode.MethodNotAllowed, "Method Not Allowed");
        Assert.Equal(["DELETE", "GET", "POST"], answer.Allow.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/api/plugin/dev.sample_webhook/webhook/nowhere")]
    [InlineData("/api/plugin/dev.nobody/webhook/github")]
    [InlineData(Sample.GitHub + "/")]
    public async Task An_unknown_webhook_is_a_problem_with_404(string path)
    {
        await using var host = await published.StartAsync();

        (await SendAsync(host, "POST", path)).AssertProblem(HttpStatusCode.NotFound, detail: null);
    }

    private static async Task<Answer> SendAsync(RunningHost host, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        return await Answer.ReadAsync(host.Client.SendAsync(request, TestContext.Current.CancellationToken));
    }
}
