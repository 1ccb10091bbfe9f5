using System.Diagnostics;
using System.Net;
using Hooklatch.Endpoints;
using Hooklatch.Endpoints.Gates;
using Hooklatch.Lifecycle;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Inbox.Tests.Worker;

/// <summary>What a sender and a handler see of a queued webhook.</summary>
public sealed class QueuedWebhookTests
{
    [Fact]
    public async Task The_sender_is_answered_before_the_handler_ends()
    {
        var goOn = new TaskCompletionSource();
        await using var host = await QueueHost.StartAsync(does: (_, _) => goOn.Task);

        var answer = await host.PostAsync("/plain?text=t", "body", ("X-Text", "h"));
        var call = await host.Script.NextAsync();

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("body", "h", "t", 1, false), (call.Body, call.Header, call.Text, call.Attempt, call.IsReplay));
        Assert.Equal(host.Time.GetUtcNow(), call.ReceivedAt);
        Assert.Equal(InboxState.Leased, Assert.Single(await host.StoredAsync()).State);

        goOn.SetResult();
        Assert.Equal(InboxState.Done, (await host.Store.NextEndAsync()).Result.State);
        Assert.Equal(InboxState.Done, Assert.Single(await host.StoredAsync()).State);
    }

    [Fact]
    public async Task What_only_sounds_like_a_credential_is_bound()
    {
        await using var host = await QueueHost.StartAsync();

        await host.AcceptedAsync(host.PostAsync("/counted?tokenCount=3&signupId=s"));

        Assert.Equal(("3", "s"), await host.Script.NextAsync() is var call ? (call.Header, call.Text) : default);
    }

    [Fact]
    public async Task A_copy_is_answered_alike_and_does_not_run()
    {
        await using var host = await QueueHost.StartAsync();

        await host.AcceptedAsync(host.PostGitHubAsync("push", "id-1", """{"ref":"main"}"""));
        var call = await host.Script.NextAsync();
        await host.Store.NextEndAsync();
        await host.AcceptedAsync(host.PostGitHubAsync("push", "id-1", """{"ref":"main"}"""));

        Assert.Equal(("push", "id-1", "main", 0), (call.Event, call.DeliveryId, call.Text, call.SecretIndex));
        Assert.Single(await host.StoredAsync());
        Assert.True(host.Script.IsQuiet);
    }

    [Fact]
    public async Task The_handler_of_the_event_runs_and_an_event_that_nobody_takes_is_not_stored()
    {
        await using var host = await QueueHost.StartAsync();

        var star = await host.PostGitHubAsync("star", "id-1");
        await host.AcceptedAsync(host.PostGitHubAsync("issues", "id-2", """{"action":"opened"}"""));

        Assert.Equal(HttpStatusCode.OK, star.StatusCode);
        Assert.Equal(("issue", "opened"), await host.Script.NextAsync() is var call ? (call.Header, call.Action) : default);
        Assert.Equal("id-2", Assert.Single(await host.StoredAsync()).DeliveryId);
    }

    [Fact]
    public async Task What_is_not_verified_is_not_stored()
    {
        await using var host = await QueueHost.StartAsync();

        var forged = await host.PostAsync(
            "/github",
            "{}",
            ("X-GitHub-Event", "push"),
            ("X-Hub-Signature-256", "sha256=" + new string('0', 64))
        );

        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.Empty(await host.StoredAsync());
    }

    [Fact]
    public async Task Endpoints_of_one_path_are_told_apart_by_their_method()
    {
        await using var host = await QueueHost.StartAsync();

        await host.AcceptedAsync(host.SendAsync(HttpMethod.Put, "/methods", "{}"));
        Assert.Equal("PUT", (await host.Script.NextAsync()).Header);
        await host.AcceptedAsync(host.PostAsync("/methods"));
        Assert.Equal("POST", (await host.Script.NextAsync()).Header);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await host.SendAsync(HttpMethod.Delete, "/methods", "")).StatusCode);
    }

    [Fact]
    public async Task What_nobody_signed_never_runs_as_the_neighbour_of_its_path()
    {
        await using var host = await QueueHost.StartAsync();

        await host.AcceptedAsync(host.SendAsync(HttpMethod.Put, "/shared", "{}"));

        Assert.Equal("unsigned", (await host.Script.NextAsync()).Header);
    }

    [Theory]
    [InlineData("/acknowledged", HttpStatusCode.Created, "success")]
    [InlineData("/strict", HttpStatusCode.OK, "")]
    public async Task A_provider_is_answered_in_its_own_words_the_second_time_too(string endpoint, HttpStatusCode status, string body)
    {
        await using var host = await QueueHost.StartAsync();

        for (var i = 0; i < 2; i++)
        {
            var answer = await host.PostSignedAsync(endpoint, "id-1");
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal(body, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        Assert.Single(await host.StoredAsync());
    }

    [Fact]
    public async Task A_handler_sees_nothing_of_the_request_around_it()
    {
        Activity? seen = null;
        await using var host = await QueueHost.StartAsync(
            does: (_, _) =>
            {
                seen = Activity.Current;
                return Task.CompletedTask;
            }
        );

        await host.AcceptedAsync(host.PostAsync("/plain"));
        await host.Store.NextEndAsync();

        Assert.Null(seen?.Parent);
        Assert.Equal(default, seen?.ParentSpanId ?? default);
    }

    [Fact]
    public async Task A_queued_webhook_is_stored_at_its_last_gate_and_an_inline_one_never()
    {
        await using var host = await QueueHost.StartAsync();
        var factory = host.App.Services.GetRequiredService<WebhookPipelineFactory>();

        foreach (var webhook in host.App.Services.GetRequiredService<PluginRegistry>().States.SelectMany(plugin => plugin.Webhooks))
        {
            var gates = factory.GatesOf(webhook).ToArray();
            Assert.Equal(webhook.Mode is WebhookMode.Queued, gates[^1] is QueueGate);
            Assert.DoesNotContain(gates[..^1], gate => gate is QueueGate);
            Assert.True(webhook.Mode is WebhookMode.Inline || !gates.Any(gate => gate is DuplicateGate), webhook.Template);
        }
    }

    [Fact]
    public async Task An_inline_webhook_runs_beside_it_as_before()
    {
        await using var host = await QueueHost.StartAsync();

        var answer = await host.PostAsync("/inline");

        Assert.Equal("1 False", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Deliveries_of_one_key_run_one_after_the_other()
    {
        var first = new TaskCompletionSource();
        await using var host = await QueueHost.StartAsync(
            does: (call, _) => call.Body.Contains("first", StringComparison.Ordinal) ? first.Task : Task.CompletedTask
        );

        await host.AcceptedAsync(host.PostAsync("/ordered", """{"customer":"a","n":"first"}"""));
        await host.Script.NextAsync();
        await host.AcceptedAsync(host.PostAsync("/ordered", """{"customer":"a","n":"second"}"""));
        await host.AcceptedAsync(host.PostAsync("/ordered", """{"customer":"b","n":"other"}"""));
        Assert.Contains("other", (await host.Script.NextAsync()).Body, StringComparison.Ordinal);
        Assert.True(host.Script.IsQuiet);

        first.SetResult();
        Assert.Contains("second", (await host.Script.NextAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_run_at_once_than_the_author_says()
    {
        var turns = new SemaphoreSlim(0);
        await using var host = await QueueHost.StartAsync(does: (_, cancellation) => turns.WaitAsync(cancellation));

        await host.AcceptedAsync(host.PostAsync("/one", "1"));
        await host.AcceptedAsync(host.PostAsync("/one", "2"));
        await host.AcceptedAsync(host.PostAsync("/one", "3"));
        Assert.Equal("1", (await host.Script.NextAsync()).Body);
        Assert.Equal(2, (await host.StoredAsync()).Count(one => one.State is InboxState.Ready));

        turns.Release();
        Assert.Equal("2", (await host.Script.NextAsync()).Body);
        turns.Release();
        Assert.Equal("3", (await host.Script.NextAsync()).Body);
        turns.Release();
    }
}
