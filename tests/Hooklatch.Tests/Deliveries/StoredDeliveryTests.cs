using System.Text;
using Hooklatch.Bodies;
using Hooklatch.Deliveries;
using Hooklatch.Endpoints;
using Hooklatch.Endpoints.Gates;
using Hooklatch.Hosting;
using Hooklatch.Http;
using Hooklatch.Lifecycle;
using Hooklatch.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Tests.Deliveries;

/// <summary>A delivery that was kept is bound by the same code as one that comes in, without a connection and without what verified it.</summary>
public sealed class StoredDeliveryTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Form = "application/x-www-form-urlencoded";

    private readonly WebhookHost _host = shared.Fresh;

    private BodyBudget Budget => _host.App.Services.GetRequiredService<BodyBudget>();

    private BodyBudget.Share Share => Budget.CreateShare();

    public static TheoryData<string, string?, string, string> Deliveries =>
        new()
        {
            { "/json/element", "application/json", """{"a":[1,2]}""", "" },
            { "/json/node", "application/json", """{"a":1}""", "" },
            { "/json/typed", "application/json", """{"name":"n","count":3}""", "" },
            { "/json/typed", "application/json", "{", "" },
            { "/json/with-header", "application/json", """{"name":"n","count":3}""", "" },
            { "/json/raw", "application/octet-stream", "bytes", "" },
            { "/binding/header", null, "", "" },
            { "/binding/query", null, "", "?text=t&number=5&day=Monday&texts=a&texts=b" },
            { "/events/form", Form, "name=n", "" },
        };

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task What_runs_later_is_bound_as_what_comes_in(string endpoint, string? contentType, string body, string query)
    {
        var live = await AnswerAsync(endpoint, contentType, body, query, isStored: false);
        var stored = await AnswerAsync(endpoint, contentType, body, query, isStored: true);

        Assert.Equal(live, stored);
        Assert.DoesNotContain(": 0", live, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_handler_of_the_event_is_chosen_when_it_runs()
    {
        var webhook = WebhookOf("/events");
        var stored = Keep(webhook, Request("/events", "application/json", "{}", "", ("X-GitHub-Event", "push")));

        Assert.Equal(DeliveryOutcome.Handled, (await StoredRun.RunAsync(webhook, stored, Share)).Outcome);
        Assert.Equal(DeliveryOutcome.Unhandled, (await StoredRun.RunAsync(webhook, stored with { Event = "star" }, Share)).Outcome);
    }

    [Fact]
    public void What_verified_it_is_not_kept_and_neither_is_what_nobody_binds()
    {
        var webhook = WebhookOf("/github");

        var stored = Keep(
            webhook,
            Request("/github", "application/json", "{}", "?token=canary", ("X-Hub-Signature-256", "canary"), ("X-Other", "canary"))
        );

        Assert.DoesNotContain(
            "canary",
            stored.Headers.Values.Concat(stored.Query.Select(value => value.Value)).Select(value => value.ToString())
        );
        Assert.Equal("{}", Encoding.UTF8.GetString(stored.Body.Span));
    }

    [Fact]
    public async Task A_header_that_is_signed_is_kept_and_one_that_signs_is_not()
    {
        var signed = await RunAsync("/observed/signed-id", ("X-Id", "id-1"), ("X-Seal", "canary"), ("Authorization", "canary"));
        var numbered = await RunAsync("/observed/numbered", ("X-Proof-1", "canary"), ("X-Proof-2", "canary"));

        Assert.Equal("id-1 - -", signed);
        Assert.Equal("-", numbered);

        async Task<string?> RunAsync(string endpoint, params (string Name, string Value)[] headers)
        {
            var webhook = WebhookOf(endpoint);
            var stored = Keep(webhook, Request(endpoint, null, "{}", "", headers));
            return (await StoredRun.RunAsync(webhook, stored, Share)).Body as string;
        }
    }

    [Fact]
    public void Its_request_is_gone()
    {
        var webhook = WebhookOf("/json/element");

        var delivery = new Delivery(webhook.Key, Keep(webhook, Request("/json/element", "application/json", "{}", "")), Share);

        Assert.False(delivery.IsLive);
        Assert.Throws<InvalidOperationException>(() => delivery.Http);
    }

    [Fact]
    public async Task Beside_a_payload_the_bytes_are_kept_as_they_were_received()
    {
        var webhook = WebhookOf("/json/element");
        var http = Request("/json/element", "application/json", "cipher", "");
        var delivery = new Delivery(webhook.Key, http, default) { Body = new MemoryBody("cipher"u8.ToArray()) };
        delivery.Replace(new MemoryBody("""{"plain":1}"""u8.ToArray()));

        var stored = new StoredRequests(webhook).Keep(delivery, _host.App.Services);

        Assert.Equal("cipher", Encoding.UTF8.GetString(stored.Body.Span));
        Assert.Equal("""{"plain":1}""", Encoding.UTF8.GetString(stored.Payload!.Value.Span));
        Assert.Equal(200, (await StoredRun.RunAsync(webhook, stored, Share)).Status);
    }

    [Fact]
    public async Task What_the_handler_is_handed_of_it_for_good_counts_while_it_runs()
    {
        var webhook = WebhookOf("/raw-json/parts");
        var stored = Keep(webhook, Request("/raw-json/parts", "application/json", "[1,22]", ""));

        Assert.Equal("1 22 6 6", (await StoredRun.RunAsync(webhook, stored, Share)).Body);
        Assert.Equal(0, Budget.MemoryInUse);
    }

    [Theory]
    [InlineData("/json/raw")]
    [InlineData("/raw-json/part")]
    public async Task What_the_budget_has_no_room_for_is_rejected(string endpoint)
    {
        var webhook = WebhookOf(endpoint);
        var stored = Keep(webhook, Request(endpoint, "application/json", """{"a":1}""", ""));
        var share = new BodyBudget(memory: 40).CreateShare();
        Assert.True(share.TryTakeMemory(4));

        Assert.Equal(503, (await StoredRun.RunAsync(webhook, stored, share)).Status);
        Assert.Equal(413, (await StoredRun.RunAsync(webhook, stored, new BodyBudget(memory: 20).CreateShare())).Status);
    }

    private async Task<string> AnswerAsync(string endpoint, string? contentType, string body, string query, bool isStored)
    {
        var webhook = WebhookOf(endpoint);
        var http = Request(
            endpoint,
            contentType,
            body,
            query,
            ("X-Text", "t"),
            ("X-Number", "5"),
            ("X-Day", "Monday"),
            ("X-Count", "7"),
            ("X-Event", "field")
        );
        using var scope = _host.App.Services.CreateScope();
        http.RequestServices = scope.ServiceProvider;
        var result = isStored
            ? await StoredRun.RunAsync(webhook, Keep(webhook, http), Share)
            : await RunAsync(webhook, http, Encoding.UTF8.GetBytes(body));
        using var answer = new MemoryStream();
        var response = new DefaultHttpContext
        {
            TraceIdentifier = "",
            RequestServices = scope.ServiceProvider,
            Response = { Body = answer },
        };
        await ResponseWriter.WriteAsync(response, result);
        await response.Response.BodyWriter.FlushAsync(TestContext.Current.CancellationToken);
        return $"{result.Outcome}: {response.Response.StatusCode} {Encoding.UTF8.GetString(answer.ToArray())}";
    }

    /// <summary>As the pipeline does it behind its gates.</summary>
    private static async Task<WebhookResult> RunAsync(WebhookEndpoint webhook, DefaultHttpContext http, byte[] body)
    {
        var delivery = new Delivery(webhook.Key, http, default) { Body = new MemoryBody(body) };
        Identity.Note(webhook.Sender, delivery, http);
        if (webhook.BodyUse is BodyUse.Form or BodyUse.Files)
        {
            delivery.Form = await http.Request.ReadFormAsync(TestContext.Current.CancellationToken);
        }

        return await webhook.HandleAsync(delivery);
    }

    private StoredRequest Keep(WebhookEndpoint webhook, DefaultHttpContext http)
    {
        var body = ((MemoryStream)http.Request.Body).ToArray();
        var delivery = new Delivery(webhook.Key, http, default) { Body = new MemoryBody(body) };
        Identity.Note(webhook.Sender, delivery, http);
        return new StoredRequests(webhook).Keep(delivery, http.RequestServices ?? _host.App.Services);
    }

    private WebhookEndpoint WebhookOf(string endpoint) =>
        _host
            .App.Services.GetRequiredService<PluginRegistry>()
            .States.SelectMany(plugin => plugin.Webhooks)
            .First(webhook => webhook.Template == endpoint);

    private static DefaultHttpContext Request(
        string endpoint,
        string? contentType,
        string body,
        string query,
        params (string Name, string Value)[] headers
    )
    {
        var http = new DefaultHttpContext();
        http.Request.Method = HttpMethods.Post;
        http.Request.Path = endpoint;
        http.Request.QueryString = new QueryString(query);
        http.Request.ContentType = contentType;
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        foreach (var (name, value) in headers)
        {
            http.Request.Headers[name] = value;
        }

        return http;
    }
}
