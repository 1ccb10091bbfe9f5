using System.Net;
using System.Text;
using Hooklatch.Bodies;
using Hooklatch.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Tests.Binding;

/// <summary>Parts of a JSON body as bytes: windows on one copy of the body, which the budget counts while the handler runs.</summary>
public sealed class RawJsonTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly WebhookHost _host = shared.Fresh;

    [Fact]
    public Task A_part_is_a_copy_that_the_budget_counts() => AnswersAsync("/raw-json/part", """{"a": [1, 2] }""", "[1, 2] {0}");

    [Theory]
    [InlineData("/raw-json/parts", """[1,"two",{"three":3}]""", """1 "two" {{"three":3}} {1} {0}""")]
    [InlineData("/raw-json/nested", """{"a":[[1,2],[null,3],[]],"b":"c"}""", "{1} {0}")]
    [InlineData("/raw-json/both", """{"a":1}""", "{1} {0}")]
    [InlineData("/raw-json/both", "\uFEFF{\"a\":1}", "{1} {0}")]
    public Task Many_parts_share_one_copy(string endpoint, string body, string answer) => AnswersAsync(endpoint, body, answer);

    [Fact]
    public async Task A_payload_that_was_taken_out_of_a_form_counts_where_it_is_copied()
    {
        var form = "payload=" + Uri.EscapeDataString("""{"a":1}""");

        await _host
            .PostAsync("/raw-json/envelope", form, ("Content-Type", "application/x-www-form-urlencoded"))
            .IsAsync(200, $"1 {form.Length + """{"a":1}""".Length}");
        AssertNothingHeld(_host);
    }

    [Fact]
    public async Task What_is_no_JSON_or_has_no_such_part_is_rejected_as_before()
    {
        await _host.PostAsync("/raw-json/part", """{"a":1""").IsProblemAsync(400, "Invalid JSON payload");
        await _host.PostAsync("/raw-json/part", "").IsProblemAsync(400, "Invalid JSON payload");
        Assert.Equal("a", await _host.PostAsync("/raw-json/part", "{}").WrongParametersAsync());
        AssertNothingHeld(_host);
    }

    [Theory]
    [InlineData("/raw-json/part", 20_000, HttpStatusCode.OK)]
    [InlineData("/raw-json/part", 60_000, HttpStatusCode.ServiceUnavailable)] // beside the body itself
    [InlineData("/raw-json/part", 100_000, HttpStatusCode.RequestEntityTooLarge)] // whose body lies in a file
    [InlineData("/raw-json/envelope", 20_000, HttpStatusCode.OK)]
    [InlineData("/raw-json/envelope", 60_000, HttpStatusCode.ServiceUnavailable)]
    public async Task A_copy_that_the_budget_has_no_room_for_is_rejected(string endpoint, int size, HttpStatusCode status)
    {
        await using var host = await WebhookHost.StartAsync(settings: ("Hooklatch:MemoryBudget", "280000"));
        var json = $$"""{"a":"{{new string('x', size)}}"}""";

        var answer = endpoint is "/raw-json/envelope"
            ? await host.PostAsync(endpoint, "payload=" + json, ("Content-Type", "application/x-www-form-urlencoded"))
            : await host.PostAsync(endpoint, json);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status is HttpStatusCode.ServiceUnavailable, answer.Headers.RetryAfter is not null);
        AssertNothingHeld(host);
    }

    /// <param name="answer">With {0} for what the body and a copy of it take, and {1} for what the copy takes.</param>
    private async Task AnswersAsync(string endpoint, string body, string answer)
    {
        var length = Encoding.UTF8.GetByteCount(body);

        await _host.PostAsync(endpoint, body).IsAsync(200, string.Format(null, answer, 2 * length, length));
        AssertNothingHeld(_host);
    }

    private static void AssertNothingHeld(WebhookHost host) =>
        Assert.Equal(0, host.App.Services.GetRequiredService<BodyBudget>().MemoryInUse);
}
