using System.Globalization;
using Hooklatch.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Tests.Duplicates;

/// <summary>A delivery that comes again: it runs once, unless it was never taken.</summary>
public sealed class DuplicateTests
{
    private const string Body = """{"a":1}""";

    [Fact]
    public async Task A_delivery_with_a_signed_id_runs_once_and_its_copies_are_answered_alike()
    {
        await using var host = await WebhookHost.StartAsync();
        host.Script.Status = 201;
        host.Script.Text = "created";

        await PostAsync(host, "/duplicates/status", "1").IsAsync(201, "created");
        await PostAsync(host, "/duplicates/status", "1").IsAsync(201, "");
        await PostAsync(host, "/duplicates/status", "1", """{"another":"body"}""").IsAsync(201, "");
        await PostAsync(host, "/duplicates/status", "2").IsAsync(201, "created");

        Assert.Equal(["1", "2"], host.Deliveries.Handled.Select(delivery => delivery.Id));
        Assert.Equal(2, host.Log.Named("DuplicateDelivery").Count());
    }

    [Fact]
    public async Task A_copy_that_is_signed_anew_is_still_a_copy()
    {
        await using var host = await WebhookHost.StartAsync();

        await PostAsync(host, "/duplicates/signed", "1").IsAsync(200);
        host.Time.Advance(TimeSpan.FromHours(1));
        await PostAsync(host, "/duplicates/signed", "1").IsAsync(200);

        Assert.Single(host.Deliveries.Handled);
    }

    [Fact]
    public async Task An_id_that_is_not_signed_names_a_copy_only_together_with_the_same_signed_text()
    {
        await using var host = await WebhookHost.StartAsync();

        await PostUnsignedAsync(host, "1", Body).IsAsync(200);
        await PostUnsignedAsync(host, "1", Body).IsAsync(200);
        Assert.Single(host.Deliveries.Handled);

        // Nobody can use up the id of a delivery to come without knowing how it will be signed.
        await PostUnsignedAsync(host, "1", """{"another":"body"}""").IsAsync(200);
        await PostUnsignedAsync(host, "2", Body).IsAsync(200);
        Assert.Equal(3, host.Deliveries.Handled.Count);
    }

    [Theory]
    [InlineData("push", "ping")]
    [InlineData("issues", "push")]
    [InlineData("push", "Push")]
    [InlineData("push", null)]
    public async Task A_captured_delivery_under_another_event_does_not_replace_the_genuine_one(string genuine, string? forged)
    {
        await using var host = await WebhookHost.StartAsync();
        const string Issue = """{"action":"opened"}""";

        await PostEventAsync(forged).IsAsync(200);
        await PostEventAsync(genuine).IsAsync(200);
        await PostEventAsync(genuine).IsAsync(200);

        Assert.Equal([forged, genuine], host.Deliveries.Handled.Select(delivery => delivery.Event));

        Task<HttpResponseMessage> PostEventAsync(string? name) =>
            host.PostAsync("/duplicates/events", Issue, [.. GitHubHeaders("1", Issue), .. Header("X-GitHub-Event", name)]);
    }

    [Fact]
    public async Task A_captured_delivery_by_another_method_does_not_replace_the_genuine_one()
    {
        await using var host = await WebhookHost.StartAsync();
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Patch, HttpMethod.Post, HttpMethod.Post })
        {
            using var request = Requests.Create(
                method,
                WebhookHost.Prefix + "/duplicates/methods",
                System.Text.Encoding.UTF8.GetBytes(Body),
                GitHubHeaders("1", Body)
            );
            await host.SendAsync(request).IsAsync(200);
        }

        Assert.Equal(3, host.Deliveries.Handled.Count);
    }

    [Theory]
    [InlineData("/duplicates/values?region=eu", null, 2)]
    [InlineData("/duplicates/values?region=us&region=eu", null, 2)]
    [InlineData("/duplicates/values", "acme", 2)]
    [InlineData("/duplicates/values?other=1", null, 1)]
    public async Task A_captured_delivery_with_other_bound_values_does_not_replace_the_genuine_one(string forged, string? tenant, int runs)
    {
        await using var host = await WebhookHost.StartAsync();

        await host.PostAsync(forged, Body, [.. GitHubHeaders("1", Body), .. Header("X-Tenant", tenant)]).IsAsync(200);
        await host.PostAsync("/duplicates/values", Body, GitHubHeaders("1", Body)).IsAsync(200);

        Assert.Equal(runs, host.Deliveries.Handled.Count);
    }

    [Theory]
    [InlineData("a=1", 2)]
    [InlineData("retry=1", 1)]
    public async Task An_author_who_reads_the_request_may_read_any_query_value(string query, int runs)
    {
        await using var host = await WebhookHost.StartAsync();
        foreach (var path in new[] { "/duplicates/methods?" + query, "/duplicates/methods" })
        {
            using var request = Requests.Create(
                HttpMethod.Put,
                WebhookHost.Prefix + path,
                System.Text.Encoding.UTF8.GetBytes(Body),
                GitHubHeaders("1", Body)
            );
            await host.SendAsync(request).IsAsync(200);
        }

        Assert.Equal(runs, host.Deliveries.Handled.Count);
    }

    [Fact]
    public async Task A_counter_of_attempts_makes_no_new_delivery()
    {
        await using var host = await WebhookHost.StartAsync();

        await host.PostAsync("/duplicates/values", Body, GitHubHeaders("1", Body)).IsAsync(200);
        await host.PostAsync("/duplicates/values?retry=1", Body, [.. GitHubHeaders("1", Body), ("X-Slack-Retry-Num", "1")]).IsAsync(200);

        Assert.Single(host.Deliveries.Handled);
    }

    [Fact]
    public async Task A_delivery_with_a_signed_id_stays_a_copy_whatever_unsigned_values_are_altered()
    {
        await using var host = await WebhookHost.StartAsync();

        await PostAsync(host, "/duplicates/signed-values", "1").IsAsync(200);
        await PostAsync(host, "/duplicates/signed-values?region=eu", "1").IsAsync(200);
        using var altered = Signed("/duplicates/signed-values", "1", Body, host);
        altered.Headers.Add("X-Tenant", "acme");
        await host.SendAsync(altered).IsAsync(200);

        Assert.Single(host.Deliveries.Handled);
    }

    /// <summary>Of what code verifies nothing is known but the body, so that one who may sign cannot use up the id of a delivery to come.</summary>
    [Fact]
    public async Task An_id_beside_a_verifier_in_code_names_a_copy_only_together_with_the_same_body()
    {
        await using var host = await WebhookHost.StartAsync();
        Task<HttpResponseMessage> Post(string id, string body) =>
            host.PostAsync("/duplicates/code", body, ("X-Id", id), ("X-Signature", Sign.Sha256Hex(body)));

        await Post("1", Body).IsAsync(200);
        await Post("1", Body).IsAsync(200);
        Assert.Single(host.Deliveries.Handled);

        await Post("1", """{"another":"body"}""").IsAsync(200);
        await Post("2", Body).IsAsync(200);
        Assert.Equal(["1", "1", "2"], host.Deliveries.Handled.Select(delivery => delivery.Id));
    }

    [Fact]
    public async Task A_delivery_without_an_id_runs_each_time()
    {
        await using var host = await WebhookHost.StartAsync();

        await host.PostSignedAsync(Body, endpoint: "/duplicates/unsigned").IsAsync(200);
        await host.PostSignedAsync(Body, endpoint: "/duplicates/unsigned").IsAsync(200);
        await PostUnsignedAsync(host, "", Body).IsAsync(200);
        await PostUnsignedAsync(host, "", Body).IsAsync(200);

        Assert.Equal([null, null, null, null], host.Deliveries.Handled.Select(delivery => delivery.Id));
    }

    [Fact]
    public async Task An_id_in_the_signed_body_names_a_copy()
    {
        await using var host = await WebhookHost.StartAsync();

        await PostBodyAsync("""{"id":"evt_1","try":1}""");
        await PostBodyAsync("""{"try":2,"id":"evt_1"}""");
        await PostBodyAsync("""{"id":"evt_2"}""");
        await PostBodyAsync("""{"id":null}""");
        await PostBodyAsync("""{"id":null}""");

        Assert.Equal(["evt_1", "evt_2", null, null], host.Deliveries.Handled.Select(delivery => delivery.Id));

        Task PostBodyAsync(string body) => host.PostAsync("/duplicates/body", body, ("X-Signature", Sign.Sha256Hex(body))).IsAsync(200);
    }

    [Fact]
    public async Task An_id_that_several_deliveries_carry_names_a_copy_only_together_with_the_same_signed_text()
    {
        await using var host = await WebhookHost.StartAsync();

        await PostBodyAsync("""{"id":"1","model":"board"}""");
        await PostBodyAsync("""{"id":"1","model":"card"}""");
        await PostBodyAsync("""{"id":"1","model":"board"}""");

        Assert.Equal(["1", "1"], host.Deliveries.Handled.Select(delivery => delivery.Id));

        Task PostBodyAsync(string body) => host.PostAsync("/duplicates/shared", body, ("X-Signature", Sign.Sha256Hex(body))).IsAsync(200);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(409)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_delivery_that_was_not_taken_runs_again(int status)
    {
        await using var host = await WebhookHost.StartAsync();
        host.Script.Status = status;
        await PostAsync(host, "/duplicates/status", "1").IsAsync(status);

        host.Script.Status = 200;
        await PostAsync(host, "/duplicates/status", "1").IsAsync(200);
        await PostAsync(host, "/duplicates/status", "1").IsAsync(200);

        Assert.Equal(2, host.Deliveries.Handled.Count);
    }

    [Fact]
    public async Task A_delivery_whose_handler_threw_runs_again()
    {
        await using var host = await WebhookHost.StartAsync();
        Exception[] failures =
        [
            new InvalidOperationException("broken"),
            new WebhookException(429, "later"),
            new OperationCanceledException("a call of the handler's own"),
        ];
        foreach (var failure in failures)
        {
            host.Script.RunAsync = _ => throw failure;
            Assert.NotEqual(200, (int)(await PostAsync(host, "/duplicates/signed", "1")).StatusCode);
        }

        host.Script.RunAsync = _ => Task.FromResult<IResult?>(null);
        await PostAsync(host, "/duplicates/signed", "1").IsAsync(200);
        Assert.Equal(4, host.Deliveries.Handled.Count);
    }

    [Fact]
    public async Task A_delivery_whose_sender_left_before_it_was_taken_runs_again()
    {
        await using var host = await WebhookHost.StartAsync(settings: ("Logging:LogLevel:Hooklatch", "Debug"));
        var isRunning = new TaskCompletionSource();
        host.Script.RunAsync = async context =>
        {
            isRunning.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
            return null;
        };
        using var leaving = new CancellationTokenSource();
        var left = host.Client.SendAsync(Signed("/duplicates/signed", "1", Body, host), leaving.Token);
        await isRunning.Task;
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        await host.Log.FirstAsync("SenderDisconnected");

        host.Script.RunAsync = _ => Task.FromResult<IResult?>(null);
        await PostAsync(host, "/duplicates/signed", "1").IsAsync(200);
        Assert.Equal(2, host.Deliveries.Handled.Count);
    }

    [Fact]
    public async Task Of_many_copies_at_once_one_runs_and_all_hear_its_answer()
    {
        await using var host = await WebhookHost.StartAsync();
        var isRunning = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        host.Script.RunAsync = async _ =>
        {
            isRunning.TrySetResult();
            await goOn.Task;
            return Results.Text("done", statusCode: 202);
        };

        var copies = Enumerable.Range(0, 20).Select(_ => PostAsync(host, "/duplicates/signed", "1")).ToArray();
        await isRunning.Task;
        goOn.SetResult();
        var answers = await Task.WhenAll(copies);

        Assert.All(answers, answer => Assert.Equal(202, (int)answer.StatusCode));
        var texts = await Task.WhenAll(answers.Select(answer => answer.TextAsync()));
        Assert.Single(texts, "done");
        Assert.Equal(19, texts.Count(text => text.Length == 0));
        Assert.Single(host.Deliveries.Handled);
    }

    [Fact]
    public async Task A_copy_takes_the_place_of_the_one_that_failed_while_it_waited()
    {
        await using var host = await WebhookHost.StartAsync();
        var isRunning = new TaskCompletionSource();
        var fail = new TaskCompletionSource<IResult?>();
        host.Script.RunAsync = _ =>
        {
            isRunning.TrySetResult();
            return host.Deliveries.Handled.Count == 1 ? fail.Task : Task.FromResult<IResult?>(null);
        };

        var first = PostAsync(host, "/duplicates/signed", "1");
        await isRunning.Task;
        var copy = PostAsync(host, "/duplicates/signed", "1");
        fail.SetException(new InvalidOperationException("broken"));

        await first.IsAsync(500);
        await copy.IsAsync(200);
        Assert.Equal(2, host.Deliveries.Handled.Count);
    }

    [Fact]
    public async Task A_copy_waits_eight_seconds_and_is_then_told_to_come_back()
    {
        await using var host = await WebhookHost.StartAsync();
        var isRunning = new TaskCompletionSource();
        var goOn = new TaskCompletionSource<IResult?>();
        host.Script.RunAsync = _ =>
        {
            isRunning.TrySetResult();
            return goOn.Task;
        };
        var first = PostAsync(host, "/duplicates/signed", "1");
        await isRunning.Task;

        var copy = PostAsync(host, "/duplicates/signed", "1");
        await host.Time.UntilWaitedForAsync(TimeSpan.FromSeconds(8));
        host.Time.Advance(TimeSpan.FromSeconds(7.9));
        Assert.False(copy.IsCompleted);
        host.Time.Advance(TimeSpan.FromSeconds(0.1));
        var answer = await copy;
        await answer.IsProblemAsync(503, "The delivery is being processed");
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter?.Delta);
        Assert.Single(host.Deliveries.Handled);

        goOn.SetResult(null);
        await first.IsAsync(200);
        await PostAsync(host, "/duplicates/signed", "1").IsAsync(200);
        Assert.Single(host.Deliveries.Handled);
    }

    [Theory]
    [InlineData(204, true)]
    [InlineData(200, true)]
    [InlineData(404, false)]
    [InlineData(301, false)]
    public async Task What_an_IResult_answers_decides_once_it_is_written(int status, bool isTaken)
    {
        await using var host = await WebhookHost.StartAsync();
        host.Script.RunAsync = _ => Task.FromResult<IResult?>(Results.StatusCode(status));

        await PostAsync(host, "/duplicates/signed", "1").IsAsync(status, "");
        await PostAsync(host, "/duplicates/signed", "1").IsAsync(status, "");

        Assert.Equal(isTaken ? 1 : 2, host.Deliveries.Handled.Count);
    }

    [Fact]
    public async Task A_delivery_that_does_not_bind_is_not_taken()
    {
        await using var host = await WebhookHost.StartAsync();

        await PostAsync(host, "/duplicates/bound", "1", """{"number":"none"}""").IsProblemAsync(400, null);
        await PostAsync(host, "/duplicates/bound", "1", """{"number":1}""").IsAsync(200);

        Assert.Single(host.Deliveries.Handled);
    }

    [Fact]
    public async Task A_forged_delivery_does_not_use_up_an_id()
    {
        await using var host = await WebhookHost.StartAsync();

        await PostAsync(host, "/duplicates/signed", "1", secret: "forged").IsAsync(403);
        await PostAsync(host, "/duplicates/signed", "1").IsAsync(200);

        Assert.Single(host.Deliveries.Handled);
    }

    [Fact]
    public async Task Behind_a_token_nothing_counts_as_a_copy()
    {
        await using var host = await WebhookHost.StartAsync();
        for (var i = 0; i < 2; i++)
        {
            await host.PostAsync("/duplicates/token", Body, ("X-Token", WebhookHost.Secret), ("X-Id", "1")).IsAsync(200);
        }

        Assert.Equal(2, host.Deliveries.Handled.Count);
    }

    [Fact]
    public async Task An_empty_body_and_a_GET_are_no_copies()
    {
        await using var host = await WebhookHost.StartAsync();
        for (var i = 0; i < 2; i++)
        {
            await PostAsync(host, "/duplicates/signed", "1", "").IsAsync(200);
            await host.SendAsync(Signed("/duplicates/signed", "1", Body, host, HttpMethod.Get)).IsAsync(200);
        }

        Assert.Equal(4, host.Deliveries.Handled.Count);
    }

    [Fact]
    public async Task An_author_can_have_copies_run()
    {
        await using var host = await WebhookHost.StartAsync();

        await PostAsync(host, "/duplicates/off", "1").IsAsync(200);
        await PostAsync(host, "/duplicates/off", "1").IsAsync(200);

        Assert.Equal(2, host.Deliveries.Handled.Count);
    }

    [Fact]
    public async Task An_id_counts_for_its_endpoint_only()
    {
        await using var host = await WebhookHost.StartAsync();

        await PostAsync(host, "/duplicates/signed", "1").IsAsync(200);
        await PostAsync(host, "/duplicates/status", "1").IsAsync(200);

        Assert.Equal(2, host.Deliveries.Handled.Count);
    }

    [Fact]
    public async Task A_tenant_cannot_use_up_the_ids_of_another()
    {
        await using var host = await WebhookHost.StartAsync();
        host.Tenants.Secrets["mallory"] = ["mallory's"];
        host.Tenants.Secrets["alice"] = ["alice's"];

        await PostAsync(host, "/duplicates/tenants/mallory", "next", secret: "mallory's").IsAsync(200);
        await PostAsync(host, "/duplicates/tenants/alice", "next", secret: "alice's").IsAsync(200);
        await PostAsync(host, "/duplicates/tenants/alice", "next", secret: "alice's").IsAsync(200);

        Assert.Equal(2, host.Deliveries.Handled.Count);
    }

    [Fact]
    public async Task A_tenants_name_may_be_long()
    {
        await using var host = await WebhookHost.StartAsync();
        var tenant = new string('t', 1000);
        host.Tenants.Secrets[tenant] = ["its own"];

        await PostAsync(host, "/duplicates/tenants/" + tenant, "1", secret: "its own").IsAsync(200);
    }

    [Fact]
    public async Task An_id_counts_for_the_scheme_that_it_was_verified_by()
    {
        await using var host = await WebhookHost.StartAsync();
        var signature = Sign.Sha256Hex($"1.{Body}");
        foreach (var headers in new[] { new[] { "X-One" }, ["X-Two"], ["X-One"], ["X-Two"], ["X-One", "X-Two"] })
        {
            await host.PostAsync("/duplicates/schemes", Body, [("X-Id", "1"), .. headers.Select(name => (name, signature))]).IsAsync(200);
        }

        Assert.Equal(2, host.Deliveries.Handled.Count);
    }

    [Fact]
    public async Task A_copy_hears_the_acknowledgement_that_the_provider_demands()
    {
        await using var host = await WebhookHost.StartAsync();

        await PostAcknowledgedAsync("1").IsAsync(200, "success");
        await PostAcknowledgedAsync("1").IsAsync(200, "success");
        Assert.Single(host.Deliveries.Handled);
        Task<HttpResponseMessage> PostAcknowledgedAsync(string id) =>
            host.PostAsync("/duplicates/acknowledged", Body, ("X-Id", id), ("X-Signature", Sign.Sha256Hex($"{id}.{Body}")));

        host.Script.Status = 202;
        host.Script.Text = "own words";
        await PostAcknowledgedAsync("2").IsAsync(202, "own words");
        await PostAcknowledgedAsync("2").IsAsync(202, "success");

        host.Script.Status = 204;
        host.Script.Text = null;
        await PostAcknowledgedAsync("3").IsAsync(204, "");
        await PostAcknowledgedAsync("3").IsAsync(204, "");
    }

    [Fact]
    public async Task A_delivery_is_remembered_for_as_long_as_is_configured()
    {
        await using var host = await WebhookHost.StartAsync(settings: ("Hooklatch:DuplicateRetention", "02:00:00"));
        await PostAsync(host, "/duplicates/signed", "1").IsAsync(200);

        host.Time.Advance(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        await PostAsync(host, "/duplicates/signed", "1").IsAsync(200);
        Assert.Single(host.Deliveries.Handled);

        host.Time.Advance(TimeSpan.FromSeconds(1));
        await PostAsync(host, "/duplicates/signed", "1").IsAsync(200);
        Assert.Equal(2, host.Deliveries.Handled.Count);
    }

    [Fact]
    public async Task A_delivery_is_remembered_for_a_week_unless_configured()
    {
        await using var host = await WebhookHost.StartAsync();
        await PostAsync(host, "/duplicates/signed", "1").IsAsync(200);

        host.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        await PostAsync(host, "/duplicates/signed", "1").IsAsync(200);

        Assert.Single(host.Deliveries.Handled);
    }

    [Fact]
    public async Task Only_so_many_deliveries_are_remembered_and_the_latest_of_them()
    {
        await using var host = await WebhookHost.StartAsync(settings: ("Hooklatch:MaxDuplicateEntries", "10"));
        for (var i = 0; i < 30; i++)
        {
            await PostAsync(host, "/duplicates/signed", $"{i}").IsAsync(200);
        }

        host.Deliveries.Forget();
        for (var i = 29; i >= 25; i--)
        {
            await PostAsync(host, "/duplicates/signed", $"{i}").IsAsync(200);
        }

        Assert.Empty(host.Deliveries.Handled);
        await PostAsync(host, "/duplicates/signed", "0").IsAsync(200);
        Assert.Single(host.Deliveries.Handled);
    }

    private static Task<HttpResponseMessage> PostAsync(
        WebhookHost host,
        string endpoint,
        string id,
        string body = Body,
        string secret = WebhookHost.Secret
    ) => host.SendAsync(Signed(endpoint, id, body, host, HttpMethod.Post, secret));

    private static Task<HttpResponseMessage> PostUnsignedAsync(WebhookHost host, string id, string body) =>
        host.PostAsync("/duplicates/unsigned", body, GitHubHeaders(id, body));

    private static (string, string)[] GitHubHeaders(string id, string body) =>
        [("X-Hub-Signature-256", Sign.GitHub(body)), ("X-GitHub-Delivery", id)];

    private static (string, string)[] Header(string name, string? value) => value is null ? [] : [(name, value)];

    private static HttpRequestMessage Signed(
        string endpoint,
        string id,
        string body,
        WebhookHost host,
        HttpMethod? method = null,
        string secret = WebhookHost.Secret
    )
    {
        var now = host.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return Requests.Create(
            method ?? HttpMethod.Post,
            WebhookHost.Prefix + endpoint,
            System.Text.Encoding.UTF8.GetBytes(body),
            ("X-Id", id),
            ("X-Timestamp", now),
            ("X-Signature", Sign.Sha256Hex($"{id}.{now}.{body}", secret))
        );
    }
}
