using System.Globalization;
using Hooklatch.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Tests.Verification;

/// <summary>Whoever sends may name any tenant, so the plugin's source of secrets is asked with care, and those that exist are served meanwhile.</summary>
public sealed class TenantFloodTests : IAsyncDisposable
{
    private const string Body = """{"a":1}""";
    private const int Places = 16;
    private const int Waiting = 256;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly Gathering _requests = new();
    private readonly TaskCompletionSource _silence = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<WebhookHost> _hosts = [];

    public async ValueTask DisposeAsync()
    {
        _silence.TrySetResult();
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task However_many_requests_come_for_a_new_tenant_its_secrets_are_asked_for_once()
    {
        var host = await StartAsync();
        host.Tenants.Until = _ => _silence.Task;

        var answers = Enumerable.Range(0, 60).Select(i => PostAsync(host, "acme", id: $"{i}")).ToArray();
        await _requests.UntilBegunAsync(60);
        _silence.SetResult();

        Assert.All(await Task.WhenAll(answers), answer => Assert.Equal(200, (int)answer.StatusCode));
        Assert.Equal(1, host.Tenants.AskedFor("acme"));
    }

    [Fact]
    public async Task Tenants_that_are_made_up_are_asked_for_in_turn_and_where_too_many_wait_the_sender_is_to_come_back()
    {
        var host = await StartAsync();
        host.Tenants.Until = _ => _silence.Task;

        var waiting = MakeUp(host, 0, Places + Waiting);
        await _requests.UntilBegunAsync(Places + Waiting);
        await host.Tenants.UntilRunningAsync(Places);
        var rejected = await Task.WhenAll(MakeUp(host, Places + Waiting, 20));

        Assert.All(rejected, answer => Assert.Equal((503, 30), StatusOf(answer)));
        _silence.SetResult();
        Assert.All(await Task.WhenAll(waiting), answer => Assert.Equal(403, (int)answer.StatusCode));
        Assert.Equal((Places, Places + Waiting), (host.Tenants.MaxRunning, host.Tenants.AskedInAll));
    }

    [Fact]
    public async Task A_tenant_that_is_made_up_is_asked_for_once_while_it_is_remembered()
    {
        var host = await StartAsync();

        for (var round = 0; round < 2; round++)
        {
            Assert.All(await Task.WhenAll(MakeUp(host, 0, 100)), answer => Assert.Equal(403, (int)answer.StatusCode));
            for (var i = 0; i < 100; i++)
            {
                await PostAsync(host, $"made-up-{i}").IsAsync(403);
            }
        }

        Assert.Equal(100, host.Tenants.AskedInAll);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(61)]
    public async Task Tenants_that_are_known_are_served_during_a_flood_also_when_their_secrets_are_asked_for_anew(int seconds)
    {
        var host = await StartAsync();
        await PostAsync(host, "acme").IsAsync(200);
        host.Time.Advance(TimeSpan.FromSeconds(seconds));
        host.Tenants.Until = tenant => tenant == "acme" ? null : _silence.Task;
        var flood = MakeUp(host, 0, Places + Waiting + 20);
        await _requests.UntilBegunAsync(1 + Places + Waiting + 20);

        for (var i = 0; i < 10; i++)
        {
            await PostAsync(host, "acme", id: $"during {i}").IsAsync(200);
            await PostAsync(host, "acme", "wrong").IsProblemAsync(403, "Invalid signature");
        }

        Assert.Equal(seconds == 0 ? 1 : 2, host.Tenants.AskedFor("acme"));
        _silence.SetResult();
        await Task.WhenAll(flood);
    }

    [Fact]
    public async Task Secrets_that_were_withdrawn_verify_nothing_more_however_busy_their_source_is()
    {
        var host = await StartAsync();
        await PostAsync(host, "acme").IsAsync(200);
        host.Tenants.Secrets.Clear();
        host.Tenants.Until = _ => _silence.Task;
        host.Time.Advance(TimeSpan.FromMinutes(1));

        var late = PostAsync(host, "acme", id: "2");
        await host.Tenants.UntilAskedAsync(2);
        host.Time.Advance(Timeout);
        Assert.Equal((503, 30), StatusOf(await late));
        await PostAsync(host, "acme", id: "3").IsAsync(503);

        _silence.SetResult();
        host.Time.Advance(TimeSpan.FromSeconds(5));
        await PostAsync(host, "acme", id: "4").IsProblemAsync(403, "Invalid signature");
        Assert.Single(host.Deliveries.Handled);
    }

    /// <summary>What a source read nine seconds before it answered may have been withdrawn since.</summary>
    [Fact]
    public async Task Secrets_are_good_for_a_minute_from_when_they_were_asked_for()
    {
        var host = await StartAsync();
        host.Tenants.Until = _ => _silence.Task;
        var slow = PostAsync(host, "acme");
        await host.Tenants.UntilAskedAsync(1);
        host.Time.Advance(TimeSpan.FromSeconds(9));
        _silence.SetResult();
        await slow.IsAsync(200);
        host.Tenants.Secrets.Clear();

        host.Time.Advance(TimeSpan.FromSeconds(50.9));
        await PostAsync(host, "acme", id: "2").IsAsync(200);
        host.Time.Advance(TimeSpan.FromSeconds(0.1));
        await PostAsync(host, "acme", id: "3").IsAsync(403);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_source_that_hangs_stops_nobody_else(bool isDeaf)
    {
        var host = await StartAsync();
        await PostAsync(host, "acme").IsAsync(200);
        host.Tenants.IsDeaf = isDeaf;
        host.Tenants.Until = tenant => tenant == "slow" ? _silence.Task : null;
        var hanging = Enumerable.Range(0, 3).Select(_ => PostAsync(host, "slow")).ToArray();
        await host.Tenants.UntilAskedAsync(2);
        await _requests.UntilBegunAsync(4);

        await PostAsync(host, "acme", id: "2").IsAsync(200);
        await PostAsync(host, "globex", "secret of globex").IsAsync(200);
        Assert.DoesNotContain(hanging, answer => answer.IsCompleted);

        host.Time.Advance(Timeout);
        Assert.All(await Task.WhenAll(hanging), answer => Assert.Equal((503, 30), StatusOf(answer)));
        // Whoever waits may have heard before it is written.
        var logged = await host.Log.FirstAsync("SecretSourceFailed");
        Assert.Contains(nameof(TimeoutException), logged.Rest, StringComparison.Ordinal);
        Assert.Single(host.Log.Named("SecretSourceFailed"));
    }

    [Fact]
    public async Task A_source_that_keeps_its_thread_keeps_no_request()
    {
        using var block = new ManualResetEventSlim();
        var host = await StartAsync();
        host.Tenants.Block = block;
        var hanging = Enumerable.Range(0, 3).Select(i => PostAsync(host, "acme", id: $"{i}")).ToArray();
        try
        {
            await host.Tenants.UntilAskedAsync(1);
            await _requests.UntilBegunAsync(3);
            host.Time.Advance(Timeout);
            Assert.All(await Task.WhenAll(hanging), answer => Assert.Equal((503, 30), StatusOf(answer)));
        }
        finally
        {
            block.Set();
        }
    }

    /// <summary>A source that never ends what it is asked is not asked without end either.</summary>
    [Fact]
    public async Task A_source_that_does_not_listen_is_left_with_a_bounded_number_of_lookups()
    {
        const int MaxOverdue = 64;
        var host = await StartAsync();
        host.Tenants.IsDeaf = true;
        host.Tenants.Until = _ => _silence.Task;

        for (var round = 0; round < 8; round++)
        {
            var flood = MakeUp(host, round * Places, Places);
            await _requests.UntilBegunAsync((round + 1) * Places);
            await host.Tenants.UntilRunningAsync(Math.Min((round + 1) * Places, Places + MaxOverdue));
            host.Time.Advance(Timeout);
            Assert.All(await Task.WhenAll(flood), answer => Assert.Equal(503, (int)answer.StatusCode));
        }

        Assert.Equal((Places + MaxOverdue, Places + MaxOverdue), (host.Tenants.MaxRunning, host.Tenants.AskedInAll));
        _silence.SetResult();
        await host.Tenants.UntilRunningAsync(0);
        await PostAsync(host, "acme").IsAsync(200);
    }

    [Fact]
    public async Task Whoever_asked_first_may_leave_and_those_who_wait_with_it_get_their_answer()
    {
        var host = await StartAsync();
        host.Tenants.Until = _ => _silence.Task;
        using var leaves = new CancellationTokenSource();
        var first = host.Client.SendAsync(Signed(host, "acme", "secret of acme", "1"), leaves.Token);
        await host.Tenants.UntilAskedAsync(1);
        var others = Enumerable.Range(2, 5).Select(i => PostAsync(host, "acme", id: $"{i}")).ToArray();
        await _requests.UntilBegunAsync(6);

        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        // Its services are gone with it.
        await _requests.UntilEndedAsync(1);
        _silence.SetResult();

        Assert.All(await Task.WhenAll(others), answer => Assert.Equal(200, (int)answer.StatusCode));
        Assert.Equal(1, host.Tenants.AskedFor("acme"));
    }

    [Fact]
    public async Task A_source_that_fails_is_logged_once_a_minute_with_the_number_of_failures_since()
    {
        var host = await StartAsync();
        host.Tenants.Error = new InvalidOperationException("the store is down");

        Assert.All(await Task.WhenAll(MakeUp(host, 0, 20)), answer => Assert.Equal((503, 30), StatusOf(answer)));
        var first = Assert.Single(host.Log.Named("SecretSourceFailed"));
        Assert.Equal((LogLevel.Error, 0), (first.Level, first.Fields["Since"]));
        Assert.Contains("the store is down", first.Rest, StringComparison.Ordinal);

        host.Time.Advance(TimeSpan.FromSeconds(59.9));
        await PostAsync(host, "acme").IsAsync(503);
        Assert.Single(host.Log.Named("SecretSourceFailed"));

        host.Time.Advance(TimeSpan.FromSeconds(5));
        await PostAsync(host, "acme").IsAsync(503);
        Assert.Equal([0, 20], host.Log.Named("SecretSourceFailed").Select(entry => entry.Fields["Since"]));
    }

    [Fact]
    public async Task A_tenant_that_cannot_be_looked_up_is_asked_for_once_in_five_seconds_and_not_taken_for_one_that_does_not_exist()
    {
        var host = await StartAsync();
        host.Tenants.Error = new InvalidOperationException("the store is down");

        for (var i = 0; i < 5; i++)
        {
            await PostAsync(host, "acme", id: $"{i}").IsProblemAsync(503, "Webhook secret not available");
        }

        Assert.Equal(1, host.Tenants.AskedFor("acme"));
        host.Tenants.Error = null;
        host.Time.Advance(TimeSpan.FromSeconds(5));
        await PostAsync(host, "acme").IsAsync(200);
    }

    [Fact]
    public async Task What_its_head_already_rejects_is_not_looked_up()
    {
        var host = await StartAsync();

        await host.PostAsync("/hooks/acme", Body).IsProblemAsync(400, "Missing signature");
        await host.PostAsync("/hooks/acme", Body, ("X-Id", "1"), ("X-Timestamp", "1"), ("X-Signature", new string('0', 64)))
            .IsProblemAsync(403, "Timestamp outside tolerance");
        await host.PostAsync("/hooks/acme", Body, ("X-Id", "1"), ("X-Timestamp", "soon"), ("X-Signature", new string('0', 64)))
            .IsAsync(403);

        Assert.Equal(0, host.Tenants.AskedInAll);
    }

    [Fact]
    public async Task Tenants_whose_names_differ_at_the_end_alone_are_told_apart_however_long_they_are()
    {
        var host = await StartAsync();
        var name = new string('x', 4000);
        host.Tenants.Secrets[name + "1"] = ["one"];
        host.Tenants.Secrets[name + "2"] = ["two"];

        await PostAsync(host, name + "1", "one").IsAsync(200);
        await PostAsync(host, name + "2", "two").IsAsync(200);
        await PostAsync(host, name + "2", "one").IsAsync(403);
        await PostAsync(host, name + "1", "two").IsAsync(403);
    }

    private async Task<WebhookHost> StartAsync()
    {
        var host = await WebhookHost.StartAsync(use: _requests.Watch);
        host.Tenants.Secrets["acme"] = ["secret of acme"];
        host.Tenants.Secrets["globex"] = ["secret of globex"];
        _hosts.Add(host);
        return host;
    }

    private static (int Status, int? RetryAfter) StatusOf(HttpResponseMessage answer) =>
        ((int)answer.StatusCode, (int?)answer.Headers.RetryAfter?.Delta?.TotalSeconds);

    private static Task<HttpResponseMessage>[] MakeUp(WebhookHost host, int first, int count) =>
        [.. Enumerable.Range(first, count).Select(i => PostAsync(host, $"made-up-{i}"))];

    private static Task<HttpResponseMessage> PostAsync(
        WebhookHost host,
        string tenant,
        string secret = "secret of acme",
        string id = "1"
    ) => host.SendAsync(Signed(host, tenant, secret, id));

    private static HttpRequestMessage Signed(WebhookHost host, string tenant, string secret, string id)
    {
        var now = host.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return Requests.Create(
            HttpMethod.Post,
            $"{WebhookHost.Prefix}/hooks/{tenant}",
            System.Text.Encoding.UTF8.GetBytes(Body),
            ("X-Id", id),
            ("X-Timestamp", now),
            ("X-Signature", Sign.Sha256Hex($"{id}.{now}.{Body}", secret))
        );
    }
}
