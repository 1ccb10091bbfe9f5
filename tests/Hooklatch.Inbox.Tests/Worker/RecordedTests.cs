using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using Hooklatch.Inbox.Running;
using Hooklatch.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Inbox.Tests.Worker;

/// <summary>What is kept of deliveries that were handled while their senders waited.</summary>
public sealed class RecordedTests
{
    private static readonly (string, string?) Everything = ("Hooklatch:Inbox:RecordInline", "true");

    [Fact]
    public async Task What_was_received_is_kept_without_credentials_once_it_was_handled()
    {
        await using var host = await QueueHost.StartAsync();

        var answer = await host.PostAsync("/recorded?text=t&other=o", "body", ("X-Text", "h"), ("X-Api-Key", "k"));
        var (item, result) = await host.Store.NextRecordAsync();

        Assert.Equal("answered k", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("body", "tests.queue", "/recorded"), (Encoding.UTF8.GetString(item.Body.Span), item.Plugin, item.Endpoint));
        var details = Encoding.UTF8.GetString(item.Details.Span);
        Assert.Contains(""" "X-Text":["h"] """.Trim(), details, StringComparison.Ordinal);
        Assert.Contains(""" "text":["t"] """.Trim(), details, StringComparison.Ordinal);
        Assert.DoesNotContain("Api-Key", details, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("other", details, StringComparison.Ordinal);
        Assert.True(item.Identity.IsEmpty);
        Assert.Equal(InboxState.Done, result.State);
        var stored = Assert.Single(await host.StoredAsync());
        Assert.Equal((InboxState.Done, host.Time.GetUtcNow(), 1), (stored.State, stored.ReceivedAt, stored.Attempts));
        var tried = Assert.Single((await FindAsync(host, stored.Id)).Attempts);
        Assert.EndsWith(".InlineHooks.OnRecorded", tried.Handler, StringComparison.Ordinal);
        Assert.All(await host.Operations.GetDepthAsync(TestContext.Current.CancellationToken), depth => Assert.Equal(0, depth.Bytes));
    }

    [Fact]
    public async Task What_a_handler_threw_is_kept_with_it()
    {
        await using var host = await QueueHost.StartAsync(does: (call, _) => throw new InvalidDataException($"no {call.Body}"));

        Assert.Equal(HttpStatusCode.InternalServerError, (await host.PostAsync("/recorded", "1")).StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, (await host.PostAsync("/recorded", "2")).StatusCode);
        var (one, other) = ((await host.Store.NextRecordAsync()).Result, (await host.Store.NextRecordAsync()).Result);

        Assert.Equal((InboxState.Dead, "System.IO.InvalidDataException"), (one.State, one.ErrorType));
        Assert.StartsWith("no ", one.Error, StringComparison.Ordinal);
        Assert.Equal(16, one.Fingerprint!.Length);
        Assert.Equal(one.Fingerprint, other.Fingerprint);
    }

    [Fact]
    public async Task A_handler_that_rejects_and_a_payload_that_does_not_bind_are_kept_too()
    {
        await using var host = await QueueHost.StartAsync(does: (_, _) => throw new WebhookException(409, "Not now"));

        Assert.Equal(HttpStatusCode.Conflict, (await host.PostAsync("/recorded")).StatusCode);
        var rejected = (await host.Store.NextRecordAsync()).Result;
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostGitHubAsync("push", "1", """{"id":"x"}""", "/recorded-json")).StatusCode);
        var unbound = (await host.Store.NextRecordAsync()).Result;

        Assert.Equal((InboxState.Dead, "Hooklatch.WebhookException"), (rejected.State, rejected.ErrorType));
        Assert.Equal((InboxState.Dead, "binding", "Missing or malformed: id"), (unbound.State, unbound.ErrorType, unbound.Error));
    }

    [Fact]
    public async Task What_was_refused_is_not_kept()
    {
        await using var host = await QueueHost.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync("/recorded-json", """{"id":1}""")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.PostGitHubAsync("push", "1", """{"id":1}""", "/recorded-json")).StatusCode);
        // A copy is no delivery of its own.
        Assert.Equal(HttpStatusCode.OK, (await host.PostGitHubAsync("push", "1", """{"id":1}""", "/recorded-json")).StatusCode);
        await host.PostAsync("/recorded", "last");

        Assert.Equal("push", (await host.Store.NextRecordAsync()).Item.Event);
        Assert.Equal("/recorded", (await host.Store.NextRecordAsync()).Item.Endpoint);
    }

    [Fact]
    public async Task The_host_may_record_all_that_it_verifies_and_that_does_not_say_otherwise()
    {
        await using var host = await QueueHost.StartAsync(settings: Everything);

        await host.PostGitHubAsync("push", "1", "{}", "/private");
        await host.PostAsync("/inline");
        await host.PostAsync("/streamed", "{}", ("X-Token", "It's a Secret to Everybody"));
        await host.PostGitHubAsync("push", "2", "{}", "/signed");

        Assert.Equal("/signed", (await host.Store.NextRecordAsync()).Item.Endpoint);
        Assert.Single(await host.StoredAsync());
    }

    [Fact]
    public async Task Unless_somebody_asks_for_it_nothing_is_recorded()
    {
        await using var host = await QueueHost.StartAsync();

        await host.PostGitHubAsync("push", "1", "{}", "/signed");
        await host.PostAsync("/recorded");

        Assert.Equal("/recorded", (await host.Store.NextRecordAsync()).Item.Endpoint);
    }

    [Fact]
    public async Task A_store_that_hangs_delays_no_answer_and_what_does_not_fit_is_dropped_and_counted()
    {
        var goOn = new TaskCompletionSource();
        await using var host = await QueueHost.StartAsync();
        using var counts = new Counts(host);
        host.Store.RecordsAfter = goOn.Task;
        const int More = 100;

        for (var i = 0; i < InlineRecorder.MaxWaiting + More; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await host.PostAsync("/recorded", $"{i}")).StatusCode);
        }

        // The first ones are in the store's hands, and as many more wait as may.
        Assert.InRange(counts["dropped"], More - 64, More);
        var dropped = counts["dropped"];
        goOn.SetResult();
        for (var i = 0; i < InlineRecorder.MaxWaiting + More - dropped; i++)
        {
            await host.Store.NextRecordAsync();
        }
    }

    [Fact]
    public async Task A_record_that_takes_too_long_is_given_up_and_the_next_one_is_kept()
    {
        var goOn = new TaskCompletionSource();
        await using var host = await QueueHost.StartAsync(settings: ("Hooklatch:Inbox:CommitTimeout", "00:00:03"));
        using var counts = new Counts(host);
        host.Store.RecordsAfter = goOn.Task;
        await host.PostAsync("/recorded", "late");
        await host.Time.UntilWaitedForAsync(TimeSpan.FromSeconds(3));
        host.Store.RecordsAfter = Task.CompletedTask;
        await host.PostAsync("/recorded", "next");

        host.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal("next", Encoding.UTF8.GetString((await host.Store.NextRecordAsync()).Item.Body.Span));
        Assert.Equal(1, counts["failed"]);
        goOn.SetResult();
    }

    [Fact]
    public async Task A_host_that_stops_writes_what_waits()
    {
        var goOn = new TaskCompletionSource();
        await using var host = await QueueHost.StartAsync(settings: ("Hooklatch:Inbox:CommitTimeout", "00:00:03"));
        host.Store.RecordsAfter = goOn.Task;
        await host.PostAsync("/recorded", "kept");

        var stopping = host.StopAsync();
        await host.Time.UntilWaitedForAsync(TimeSpan.FromSeconds(1.5));
        goOn.SetResult();
        await stopping;

        Assert.Equal("kept", Encoding.UTF8.GetString((await host.Store.NextRecordAsync()).Item.Body.Span));
    }

    [Fact]
    public async Task Without_a_store_the_host_does_not_start_and_says_what_to_add()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddHooklatch(builder.Configuration, new Plugin.RecordingManifest());
        await using var app = builder.Build();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("/recorded", error.Message, StringComparison.Ordinal);
        Assert.Contains("<PackageReference Include=\"Hooklatch.Sqlite\" />", error.Message, StringComparison.Ordinal);
    }

    private static async Task<InboxRecord> FindAsync(QueueHost host, long id) =>
        (await host.Operations.FindAsync(id, TestContext.Current.CancellationToken))!;

    /// <summary>How many deliveries became what.</summary>
    private sealed class Counts : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly Dictionary<string, long> _counts = [];

        public Counts(QueueHost host)
        {
            var meters = host.App.Services.GetRequiredService<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "hooklatch.inbox.recorded" && instrument.Meter.Scope == meters)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>(
                (_, value, tags, _) =>
                {
                    var result = tags.ToArray().Single(tag => tag.Key == "hooklatch.inbox.result").Value as string;
                    lock (_counts)
                    {
                        _counts[result!] = _counts.GetValueOrDefault(result!) + value;
                    }
                }
            );
            _listener.Start();
        }

        public long this[string result]
        {
            get
            {
                lock (_counts)
                {
                    return _counts.GetValueOrDefault(result);
                }
            }
        }

        public void Dispose() => _listener.Dispose();
    }
}
