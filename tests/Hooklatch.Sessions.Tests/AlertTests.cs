using System.Net;
using Hooklatch.Deliveries;
using Hooklatch.Inbox;
using Hooklatch.Sessions.Alerts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Sessions.Tests;

/// <summary>A chat is told of what waits for a person, and of jumps in what is refused: once, and not too often.</summary>
public sealed class AlertTests : IAsyncLifetime
{
    private readonly TestClock _time = new();
    private readonly InMemoryChatAdapter _chat = new();
    private readonly FakeInbox _inbox = new();
    private readonly FakeRefusals _refusals = new();
    private readonly IConfigurationRoot _configuration = new ConfigurationBuilder()
        .AddInMemoryCollection([new(AlertWatch.Chat, "memory-ops")])
        .Build();
    private AlertWatch _watch = null!;

    public async ValueTask InitializeAsync()
    {
        var services = new ServiceCollection()
            .AddSingleton<IInboxOperations>(_inbox)
            .AddSingleton<IRefusalLog>(_refusals)
            .BuildServiceProvider();
        _watch = new AlertWatch(_configuration, services, _chat.CreateSessions(), _time);
        _inbox.Dead = 2;
        await _watch.StartAsync(TestContext.Current.CancellationToken);
        await NextLookAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _watch.StopAsync(default);
        _watch.Dispose();
    }

    [Fact]
    public async Task What_was_dead_before_is_no_news_and_what_dies_is()
    {
        await PassAsync();
        Assert.Empty(_chat.Messages);

        _inbox.Dead = 5;
        await PassAsync();

        Assert.EndsWith(
            "3 more of dev.shop/orders will not be tried again, the last with System.TimeoutException; 5 wait for a person.",
            Assert.Single(_chat.Messages).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_quarantined_when_the_host_starts_is_told()
    {
        await _watch.StopAsync(TestContext.Current.CancellationToken);
        _inbox.Quarantined = 1;
        using var restarted = new AlertWatch(
            _configuration,
            new ServiceCollection().AddSingleton<IInboxOperations>(_inbox).BuildServiceProvider(),
            _chat.CreateSessions(),
            _time
        );
        await restarted.StartAsync(TestContext.Current.CancellationToken);
        await NextLookAsync();
        await restarted.StopAsync(TestContext.Current.CancellationToken);

        Assert.Contains("1 more of dev.shop/orders will not be tried again", Assert.Single(_chat.Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_within_a_quarter_of_an_hour_is_told_together_after_it()
    {
        _inbox.Dead = 3;
        await PassAsync();
        for (var minute = 1; minute < 15; minute++)
        {
            _inbox.Dead++;
            await PassAsync();
        }

        Assert.Single(_chat.Messages);
        await PassAsync();
        Assert.Contains("14 more of dev.shop/orders", _chat.Messages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_has_ended_counts_no_longer()
    {
        _inbox.Dead = 0;
        await PassAsync();
        _inbox.Dead = 1;
        await PassAsync();

        Assert.Contains("1 more of dev.shop/orders", Assert.Single(_chat.Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_that_fails_is_told_by_the_next_look()
    {
        _chat.Failure = new ChatException(ChatFailure.Rejected, "no");
        _inbox.Dead = 3;
        await PassAsync();

        _chat.Failure = null;
        await PassAsync();

        Assert.Single(_chat.Messages);
    }

    [Fact]
    public async Task A_jump_of_refusals_is_told_and_a_few_are_not()
    {
        _refusals.Add(19);
        await PassAsync();
        Assert.Empty(_chat.Messages);

        _refusals.Add(200);
        await PassAsync();

        Assert.Contains("200 deliveries were refused within a minute", Assert.Single(_chat.Messages).Text, StringComparison.Ordinal);
        Assert.Contains("200 of them at dev.shop/orders: invalid_signature.", _chat.Messages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_every_minute_is_no_jump()
    {
        _refusals.Add(100);
        await PassAsync();
        for (var minute = 0; minute < 20; minute++)
        {
            _refusals.Add(100);
            await PassAsync();
        }

        Assert.Single(_chat.Messages);
    }

    [Fact]
    public async Task Nobody_is_told_where_no_chat_is_named()
    {
        _configuration[AlertWatch.Chat] = "";
        _inbox.Dead = 9;
        await PassAsync();

        Assert.Empty(_chat.Messages);
    }

    [Fact]
    public async Task A_store_that_cannot_be_asked_is_asked_again()
    {
        _inbox.Error = new InboxUnavailableException("gone");
        await PassAsync();
        _inbox.Error = null;
        _inbox.Dead = 3;
        await PassAsync();

        Assert.Single(_chat.Messages);
    }

    private async Task PassAsync()
    {
        _time.Advance(AlertWatch.Interval);
        await NextLookAsync();
    }

    /// <summary>The watch has looked once it waits for the next time.</summary>
    private async Task NextLookAsync() => Assert.Equal(AlertWatch.Interval, await _time.NextWaitAsync());

    private sealed class FakeInbox : IInboxOperations
    {
        public long Dead { get; set; }

        public long Quarantined { get; set; }

        public Exception? Error { get; set; }

        public ValueTask<IReadOnlyList<InboxDepth>> GetDepthAsync(CancellationToken cancellationToken) =>
            Error is null
                ? new([
                    new InboxDepth
                    {
                        Plugin = "dev.shop",
                        Endpoint = "/orders",
                        Dead = Dead,
                        Quarantined = Quarantined,
                    },
                ])
                : throw Error;

        public ValueTask<InboxPage> SearchAsync(InboxQuery query, CancellationToken cancellationToken) =>
            new(
                new InboxPage(
                    [
                        new InboxSummary
                        {
                            Id = 1,
                            Plugin = query.Plugin!,
                            Endpoint = query.Endpoint!,
                            State = InboxState.Dead,
                            ReceivedAt = default,
                            ErrorType = "System.TimeoutException",
                        },
                    ],
                    null
                )
            );

        public ValueTask<InboxRecord?> FindAsync(long id, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<InboxReplay> ReplayAsync(long id, bool onlyIfNotDone, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<bool> RequeueAsync(long id, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<bool> DismissAsync(long id, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask PauseAsync(string plugin, string? endpoint, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask ResumeAsync(string plugin, string? endpoint, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<IReadOnlyList<InboxPause>> GetPausesAsync(CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<long> EraseAsync(InboxErasure what, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask AddAuditAsync(InboxAuditEntry entry, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<InboxAuditEntry>> ReadAuditAsync(long? before, int size, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    private sealed class FakeRefusals : IRefusalLog
    {
        private readonly List<RefusedDelivery> _all = [];

        public void Add(int count)
        {
            for (var number = 0; number < count; number++)
            {
                _all.Insert(
                    0,
                    new()
                    {
                        Id = _all.Count + 1,
                        ReceivedAt = default,
                        Plugin = "dev.shop",
                        Endpoint = "/orders",
                        Reason = "invalid_signature",
                        Status = 403,
                        Peer = IPAddress.Loopback,
                    }
                );
            }
        }

        public IReadOnlyList<RefusedDelivery> Read(string? plugin, string? endpoint, long? before, int size) => [.. _all.Take(size)];
    }
}
