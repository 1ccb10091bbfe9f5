using System.Diagnostics;
using System.Diagnostics.Metrics;
using Hooklatch.Deliveries;
using Hooklatch.Http;
using Hooklatch.Telemetry;
using Hooklatch.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hooklatch.Tests.Telemetry;

/// <summary>Every delivery has one end, of which the log, the metrics and the trace say the same.</summary>
public sealed class DeliveryObserverTests
{
    public static TheoryData<string, string, string?, int> Ends =>
        new()
        {
            { "handled", "/github", null, 200 },
            { "rejected", "/token/header", "missing_token", 400 },
            { "rejected", "/json/typed", "invalid_json", 400 },
            { "rejected", "/binding/header", "binding", 400 },
            { "rejected", "/fails/rejection", "handler", 429 },
            { "failed", "/fails/exception", "handler_failed", 500 },
            { "handshake", "/handshakes/digest", null, 200 },
        };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Each_end_is_counted_once_with_its_outcome_and_reason(string outcome, string endpoint, string? reason, int status)
    {
        await using var host = await WebhookHost.StartAsync();
        using var measured = new Measured(host);

        await SendAsync(host, endpoint).IsAsync(status);

        var count = Assert.Single(measured.Of("hooklatch.deliveries"));
        Assert.Equal(1, count.Value);
        Assert.Equal(("tests.runtime", endpoint), (count.Tags["hooklatch.plugin"], count.Tags["hooklatch.endpoint"]));
        Assert.Equal((outcome, reason), (count.Tags["hooklatch.outcome"], count.Tags.GetValueOrDefault("hooklatch.reason")));
        Assert.Equal(outcome, Assert.Single(measured.Of("hooklatch.delivery.duration")).Tags["hooklatch.outcome"]);
    }

    [Fact]
    public async Task The_size_of_a_body_is_that_of_what_was_received()
    {
        await using var host = await WebhookHost.StartAsync();
        using var measured = new Measured(host);

        await host.PostSignedAsync("""{"a":1}""").IsAsync(200);

        Assert.Equal(7, Assert.Single(measured.Of("hooklatch.body.size")).Value);
    }

    [Fact]
    public async Task Nothing_that_a_sender_writes_is_a_tag_of_a_metric()
    {
        await using var host = await WebhookHost.StartAsync();
        using var measured = new Measured(host);

        await host.PostAsync(
                "/github",
                "{}",
                ("X-Hub-Signature-256", Sign.GitHub("{}", WebhookHost.Secret)),
                ("X-GitHub-Event", "canary"),
                ("X-GitHub-Delivery", "canary")
            )
            .IsAsync(200);

        Assert.DoesNotContain("canary", measured.All.SelectMany(one => one.Tags.Values));
    }

    [Fact]
    public async Task A_delivery_that_was_taken_is_one_line_with_what_an_operator_looks_for()
    {
        await using var host = await WebhookHost.StartAsync();

        await host.PostAsync(
                "/github",
                "{}",
                ("X-Hub-Signature-256", Sign.GitHub("{}", WebhookHost.Secret)),
                ("X-GitHub-Event", "push"),
                ("X-GitHub-Delivery", "d-1")
            )
            .IsAsync(200);

        var line = Assert.Single(host.Log.Named("DeliveryHandled"));
        Assert.Equal(LogLevel.Information, line.Level);
        Assert.Equal(("tests.runtime", "/github"), (line.Fields["Plugin"], line.Fields["Endpoint"]));
        Assert.Equal(("push", "d-1"), (line.Fields["EventName"], line.Fields["DeliveryId"]));
        Assert.Equal((200, 2L, 0.0), (line.Fields["Status"], line.Fields["Bytes"], line.Fields["Elapsed"]));
        Assert.Equal("Delivery d-1 to tests.runtime/github was answered 200: event push, 2 bytes, 0 ms", line.Message);
    }

    [Fact]
    public async Task Of_rejections_alike_the_first_are_written_and_the_rest_are_counted()
    {
        await using var host = await WebhookHost.StartAsync();

        for (var i = 0; i < 25; i++)
        {
            await host.PostAsync("/github", "{}").IsAsync(400);
        }

        await host.PostAsync("/token/header", "{}").IsAsync(400);
        Assert.Equal(5 + 1, host.Log.Named("DeliveryRejected").Count());
        Assert.Empty(host.Log.Named("DeliveriesRejected"));

        host.Time.Advance(TimeSpan.FromSeconds(5));

        var counted = await host.Log.FirstAsync("DeliveriesRejected");
        Assert.Equal(
            "20 more deliveries to tests.runtime/github were rejected within 5 s: 400 Missing signature: X-Hub-Signature-256 is missing",
            counted.Message
        );
        Assert.Equal(LogLevel.Warning, counted.Level);
    }

    [Fact]
    public async Task While_a_flood_goes_on_it_is_only_counted_and_after_a_pause_it_is_written_again()
    {
        await using var host = await WebhookHost.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 10; j++)
            {
                await host.PostAsync("/github", "{}").IsAsync(400);
            }

            host.Time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal(5, host.Log.Named("DeliveryRejected").Count());
        Assert.Equal([5L, 10L, 10L], host.Log.Named("DeliveriesRejected").Select(line => line.Fields["Count"]));

        host.Time.Advance(TimeSpan.FromSeconds(5));
        await host.PostAsync("/github", "{}").IsAsync(400);
        Assert.Equal(6, host.Log.Named("DeliveryRejected").Count());
    }

    [Fact]
    public async Task Handshakes_that_nobody_signs_are_written_no_more_often_than_rejections()
    {
        await using var host = await WebhookHost.StartAsync();
        for (var i = 0; i < 50; i++)
        {
            await host.SendAsync(HttpMethod.Head, "/handshakes/probes");
        }

        Assert.Equal(5, host.Log.Named("HandshakeAnswered").Count());
        host.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(45L, (await host.Log.FirstAsync("HandshakesAnswered")).Fields["Count"]);
    }

    [Fact]
    public async Task What_was_counted_is_written_when_the_host_ends()
    {
        var host = await WebhookHost.StartAsync();
        await using (host)
        {
            for (var i = 0; i < 7; i++)
            {
                await host.PostAsync("/github", "{}").IsAsync(400);
            }
        }

        Assert.Equal(2L, Assert.Single(host.Log.Named("DeliveriesRejected")).Fields["Count"]);
    }

    [Fact]
    public async Task Rejections_of_a_handler_are_counted_by_status_and_tell_no_value()
    {
        await using var host = await WebhookHost.StartAsync();

        await host.GetAsync("/observed/rejects?name=x%0Awarn:%20forged").IsAsync(404);
        await host.GetAsync("/fails/rejection").IsAsync(429);

        Assert.Equal(
            [
                "A delivery to tests.runtime/observed/rejects was rejected: 404 The handler rejected it",
                "A delivery to tests.runtime/fails/rejection was rejected: 429 The handler rejected it",
            ],
            host.Log.Named("DeliveryRejected").Select(line => line.Message)
        );
    }

    [Fact]
    public async Task A_logger_that_fails_spoils_no_answer()
    {
        await using var host = await WebhookHost.StartAsync(builder => builder.Logging.AddProvider(new FullDisk()));

        for (var i = 0; i < 8; i++)
        {
            await host.PostAsync("/observed/keeps", "{}").IsAsync(200);
            await host.PostAsync("/token/header", "{}").IsAsync(400);
        }

        host.Time.Advance(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_handshake_is_answered_as_it_says_whatever_deliveries_are_acknowledged_with()
    {
        await using var host = await WebhookHost.StartAsync();

        var answer = await host.PostAsync("/observed/acknowledged", "", ("X-Hook-Secret", "abc"));

        Assert.Equal((200, ""), ((int)answer.StatusCode, await answer.TextAsync()));
    }

    [Fact]
    public async Task A_handshake_that_no_verifier_answers_is_no_delivery()
    {
        await using var host = await WebhookHost.StartAsync();

        await host.GetAsync("/observed/by-verifier?q=1", ("X-Signature", Sign.GitHub("", WebhookHost.Secret)["sha256=".Length..]))
            .IsProblemAsync(405, "Method Not Allowed");
    }

    [Fact]
    public async Task A_context_that_is_kept_shows_the_token_of_its_own_request()
    {
        await using var host = await WebhookHost.StartAsync();
        await host.PostAsync("/observed/keeps", "{}").IsAsync(200);
        var kept = host.Deliveries.Kept!;
        var token = kept.RequestAborted;

        await host.PostAsync("/observed/keeps", "{}").IsAsync(200);

        Assert.NotSame(host.Deliveries.Kept, kept);
        Assert.Equal(token, kept.RequestAborted);
    }

    [Fact]
    public void A_count_belongs_to_no_request()
    {
        var time = new TimeOfWhom();
        using var ends = new DeliveryLogThrottle(time, (_, _, _, _) => { });

        for (var i = 0; i <= DeliveryLogThrottle.First; i++)
        {
            ends.ShouldLog("plugin", "/endpoint", new DeliveryEnd(DeliveryOutcome.Rejected, 403));
        }

        Assert.True(time.IsStarted);
        Assert.Null(time.Context);
        Assert.NotNull(ExecutionContext.Capture());
    }

    [Fact]
    public async Task A_delivery_is_a_span_with_event_id_and_outcome()
    {
        using var traces = new Spans();
        await using var host = await WebhookHost.StartAsync();

        await host.PostAsync(
                "/github",
                "{}",
                ("X-Hub-Signature-256", Sign.GitHub("{}", WebhookHost.Secret)),
                ("X-GitHub-Event", "push"),
                ("X-GitHub-Delivery", "of-this-test")
            )
            .IsAsync(200);

        var span = Assert.Single(traces.Ended, span => span.GetTagItem("hooklatch.delivery.id") is "of-this-test");
        Assert.Equal("hooklatch.delivery", span.OperationName);
        Assert.Equal(("push", "handled"), (span.GetTagItem("hooklatch.event"), span.GetTagItem("hooklatch.outcome")));
        Assert.NotNull(span.ParentId);
    }

    private static Task<HttpResponseMessage> SendAsync(WebhookHost host, string endpoint) =>
        endpoint switch
        {
            "/github" => host.PostSignedAsync("{}"),
            "/handshakes/digest" => host.GetAsync("/handshakes/digest?challenge_code=abc"),
            _ when endpoint.StartsWith("/fails", StringComparison.Ordinal) => host.GetAsync(endpoint),
            _ => host.PostAsync(endpoint, "{"),
        };

    /// <summary>Notes on whose behalf a timer is created.</summary>
    private sealed class TimeOfWhom : TimeProvider
    {
        public bool IsStarted { get; private set; }

        public ExecutionContext? Context { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (IsStarted, Context) = (true, ExecutionContext.Capture());
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private sealed class FullDisk : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) =>
            categoryName.EndsWith("DeliveryLog", StringComparison.Ordinal) ? this : NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => throw new IOException("No space left on device");

        public void Dispose() { }
    }

    /// <summary>What the meter of one host records.</summary>
    private sealed class Measured : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly List<(string Instrument, double Value, Dictionary<string, object?> Tags)> _all = [];

        public Measured(WebhookHost host)
        {
            var meters = host.App.Services.GetRequiredService<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Hooklatch" && instrument.Meter.Scope == meters)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        public IReadOnlyList<(string Instrument, double Value, Dictionary<string, object?> Tags)> All => _all;

        public IEnumerable<(string Instrument, double Value, Dictionary<string, object?> Tags)> Of(string instrument) =>
            _all.Where(one => one.Instrument == instrument);

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            _all.Add((instrument.Name, value, tags.ToArray().ToDictionary()));
    }

    private sealed class Spans : IDisposable
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<Activity> _ended = new();
        private readonly ActivityListener _listener;

        public Spans()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name is "Hooklatch" or "Microsoft.AspNetCore",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = _ended.Enqueue,
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public IReadOnlyCollection<Activity> Ended => _ended;

        public void Dispose() => _listener.Dispose();
    }
}
