using Hooklatch.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Tests.Pipeline;

/// <summary>The host decides how an error looks.</summary>
public sealed class ProblemDetailsTests
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("*/*")]
    [InlineData("text/html")]
    [InlineData("image/png;q=0.5")]
    public async Task An_error_is_a_problem_whatever_the_sender_accepts(string accept)
    {
        await using var host = await WebhookHost.StartAsync(Customise);

        var response = await host.PostAsync("/github", "{}", ("Accept", accept));

        var problem = await response.IsProblemAsync(400, "Missing signature");
        Assert.Equal("hooks", (string?)problem["node"]);
    }

    [Fact]
    public async Task Wrong_parameters_are_named_whatever_the_sender_accepts()
    {
        await using var host = await WebhookHost.StartAsync();
        Assert.Equal(
            "X-Number X-Text",
            await host.PostAsync("/json/with-header", """{"orderId":"A","count":1}""", ("Accept", "text/html")).WrongParametersAsync()
        );
    }

    [Fact]
    public async Task The_host_can_add_to_every_problem()
    {
        await using var host = await WebhookHost.StartAsync(Customise);

        string[] failing = ["/unknown", "/github", "/fails/rejection", "/fails/exception", "/binding/header"];
        foreach (var endpoint in failing)
        {
            var response = await host.GetAsync(endpoint);
            Assert.Contains("\"node\":\"hooks\"", await response.TextAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_host_can_write_problems_itself()
    {
        await using var host = await WebhookHost.StartAsync(builder => builder.Services.AddSingleton<IProblemDetailsWriter, PlainWriter>());

        await host.GetAsync("/github").IsAsync(400, "400: Missing signature: X-Hub-Signature-256 is missing");
        await host.GetAsync("/unknown").IsAsync(404, "404: ");
    }

    private static void Customise(WebApplicationBuilder builder) =>
        builder.Services.AddProblemDetails(options =>
            options.CustomizeProblemDetails = context => context.ProblemDetails.Extensions["node"] = "hooks"
        );

    private sealed class PlainWriter : IProblemDetailsWriter
    {
        public bool CanWrite(ProblemDetailsContext context) => true;

        public async ValueTask WriteAsync(ProblemDetailsContext context) =>
            await context.HttpContext.Response.WriteAsync($"{context.ProblemDetails.Status}: {context.ProblemDetails.Detail}");
    }
}
