using Hooklatch.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Tests.Events;

/// <summary>Endpoints whose deliveries go to one of several handlers by their event.</summary>
public sealed class EventTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly WebhookHost _host = shared.Fresh;

    [Theory]
    [InlineData("push", "{}", "Push")]
    [InlineData("issues", """{"action":"opened","issue":{"number":7}}""", "Opened 7")]
    [InlineData("issues", """{"action":"reopened","issue":{"number":8}}""", "Opened 8")]
    [InlineData("issues", """{"action":"closed"}""", "Issues closed")]
    [InlineData("issues", "{}", "Issues ")]
    [InlineData("invoice.paid", "{}", "Invoice invoice.paid")]
    [InlineData("invoice.payment.failed", "{}", "Payment invoice.payment.failed")]
    [InlineData("invoice.payment", "{}", "Invoice invoice.payment")]
    [InlineData("invoice", """{"action":"paid"}""", "Invoice invoice")]
    public async Task The_most_specific_handler_takes_an_event(string name, string body, string answer) =>
        await PostAsync("/events", body, name).IsAsync(200, answer);

    [Theory]
    [InlineData("Push", "{}")]
    [InlineData("push ", "{}")]
    [InlineData("pushed", "{}")]
    [InlineData("issues.opened.again", "{}")]
    [InlineData("invoice", "{}")]
    [InlineData("invoices.paid", "{}")]
    [InlineData("*", "{}")]
    [InlineData("invoice.*x", "no JSON")]
    public async Task An_event_that_no_handler_takes_is_acknowledged_and_logged_at_debug(string name, string body)
    {
        await using var host = await WebhookHost.StartAsync(settings: ("Logging:LogLevel:Hooklatch", "Debug"));
        var isTaken = name.StartsWith("invoice.", StringComparison.Ordinal) || name.Trim() == "push";

        var answer = await host.PostAsync("/events", body, Signed(body), ("X-GitHub-Event", name));

        Assert.Equal(200, (int)answer.StatusCode);
        if (!isTaken)
        {
            Assert.Equal("", await answer.TextAsync());
            Assert.Equal(LogLevel.Debug, Assert.Single(host.Log.Named("UnhandledEvent")).Level);
        }
    }

    [Fact]
    public async Task A_delivery_without_an_event_or_with_two_names_none()
    {
        await _host.PostAsync("/events", "{}", Signed("{}")).IsAsync(200, "");
        await _host.PostAsync("/events/all", "{}", Signed("{}")).IsAsync(200, "Rest ");
        var answer = await _host.PostRawAsync(
            "/events/all",
            Signed(""),
            ("X-GitHub-Event", "push"),
            ("X-GitHub-Event", "push"),
            ("Content-Type", "application/json")
        );
        Assert.Contains("Rest", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_other_handler_takes_goes_to_the_one_that_takes_everything()
    {
        await PostAsync("/events/all", "{}", "push").IsAsync(200, "Push");
        await PostAsync("/events/all", "{}", "star").IsAsync(200, "Rest star");
    }

    [Fact]
    public async Task A_name_in_the_body_chooses_among_its_paths()
    {
        await PostBodyAsync("""{"type":"message","id":"m1"}""").IsAsync(200, "Message m1");
        await PostBodyAsync("""{"event":{"type":"user.created"},"type":"message"}""").IsAsync(200, "Created 50");
        await PostBodyAsync("""{"type":"other"}""").IsAsync(200, "");
        await PostBodyAsync("""{"type":7}""").IsAsync(200, "");
        await PostBodyAsync("[]").IsAsync(200, "");
    }

    [Fact]
    public async Task A_name_in_the_query_chooses()
    {
        await PostQueryAsync("?topic=orders/create").IsAsync(200, "Created");
        await PostQueryAsync("?topic=orders/create&topic=orders/create").IsAsync(200, "");
        await PostQueryAsync("").IsAsync(200, "");

        Task<HttpResponseMessage> PostQueryAsync(string query) =>
            _host.PostAsync("/events/query" + query, "{}", ("X-Signature", Sign.Sha256Hex("{}")));
    }

    [Fact]
    public async Task The_class_says_how_every_event_is_verified()
    {
        foreach (var name in new[] { "push", "issues", "invoice.paid", "unknown" })
        {
            await _host.PostAsync("/events", "{}", ("X-GitHub-Event", name)).IsProblemAsync(400, "Missing signature");
            await _host.PostAsync("/events", "{}", Signed("[]"), ("X-GitHub-Event", name)).IsProblemAsync(403, "Invalid signature");
        }
    }

    [Fact]
    public async Task The_methods_of_the_class_count_for_every_event()
    {
        var answer = await _host.GetAsync("/events", ("X-GitHub-Event", "push"));

        await answer.IsProblemAsync(405, "Method Not Allowed");
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task Each_handler_checks_the_body_that_it_takes()
    {
        await PostAsync("/events", "no JSON", "push").IsProblemAsync(400, "Invalid JSON payload");
        await PostAsync("/events", """{"action":"opened"}""", "issues").IsProblemAsync(400, null);
        await PostAsync("/events", """{"action":"opened","issue":{"number":"x"}}""", "issues").IsProblemAsync(400, null);
        await PostAsync("/events", "no JSON", "invoice.paid").IsAsync(200, "Invoice invoice.paid");
    }

    [Fact]
    public async Task A_handler_of_JSON_takes_no_other_media_type_although_its_neighbour_takes_any_bytes()
    {
        var message = """{"type":"message"}""";
        var created = """{"type":"user.created"}""";
        (string, string) type = ("Content-Type", "text/plain");

        await _host.PostAsync("/events/body", created, ("X-Signature", Sign.Sha256Hex(created)), type).IsAsync(200, "Created 23");
        await _host.PostAsync("/events/body", message, ("X-Signature", Sign.Sha256Hex(message)), type).IsAsync(200, "Message ");
        await PostAsync("/events", "{}", "push", type).IsProblemAsync(415, "The endpoint does not accept this media type");
    }

    private static (string, string) Signed(string body) => ("X-Hub-Signature-256", Sign.GitHub(body));

    private Task<HttpResponseMessage> PostAsync(string endpoint, string body, string name, params (string, string)[] headers) =>
        _host.PostAsync(endpoint, body, [Signed(body), ("X-GitHub-Event", name), .. headers]);

    private Task<HttpResponseMessage> PostBodyAsync(string body) =>
        _host.PostAsync("/events/body", body, ("X-Signature", Sign.Sha256Hex(body)));
}
