using System.Text.Json.Nodes;
using Hooklatch.Binding.Tests.Http;

namespace Hooklatch.Binding.Tests;

/// <summary>One answer names everything that is wrong, in every environment alike.</summary>
public sealed class ErrorTests
{
    private static readonly Request Wrong = Request.WithBody(
        "/object/ticket",
        "application/x-www-form-urlencoded",
        "Priority=high&Due=29.02.2024"
    );

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task All_errors_of_a_request_are_in_one_answer(string environment)
    {
        await using var server = await Server.StartHooklatchAsync(environment);
        var answer = await server.SendAsync(Wrong);

        Assert.Equal(400, answer.Status);
        Assert.Contains("application/problem+json", answer.Head, StringComparison.Ordinal);
        Assert.Equal(
            """{"Title":["The form field \u0027Title\u0027 is required."],"Priority":["The form field \u0027Priority\u0027 is not a valid whole number."],"Due":["The form field \u0027Due\u0027 is not a valid DateOnly."]}""",
            JsonNode.Parse(answer.Body)!["errors"]!.ToJsonString()
        );
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Errors_name_parameters_as_their_sender_knows_them(string environment)
    {
        await using var server = await Server.StartHooklatchAsync(environment);
        var request = new Request { Target = "/members/t/search?page=x" }.WithHeader("X-Trace", "y");
        var errors = JsonNode.Parse((await server.SendAsync(request)).Body)!["errors"]!.AsObject();

        Assert.Equal(["page", "X-Trace"], errors.Select(error => error.Key), StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain("\"y\"", errors.ToJsonString(), StringComparison.Ordinal);
    }
}
