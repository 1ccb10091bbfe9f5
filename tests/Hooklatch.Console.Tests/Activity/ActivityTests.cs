using Hooklatch.Console.Activity;
using Hooklatch.Console.Tests.Plugin;
using Hooklatch.Deliveries;
using Hooklatch.Http;
using Hooklatch.Management;

namespace Hooklatch.Console.Tests.Activity;

/// <summary>What came in during the last hour.</summary>
public sealed class ActivityTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    [Fact]
    public async Task Deliveries_are_counted_by_outcome_and_refusals_by_reason()
    {
        await using var host = await ShopHost.StartAsync();
        await host.DeliverAsync("/token", """{"order":{"id":1}}""", ("X-Shop-Token", ShopHost.Token), ("X-Kind", "new"));
        await host.DeliverAsync("/token", """{"order":{"id":1}}""", ("X-Shop-Token", "forged"), ("X-Kind", "new"));
        await host.DeliverAsync("/token", "{}", ("X-Shop-Token", ShopHost.Token));
        await host.DeliverAsync("/open/mine", "");

        var activity = await host.GetAsync("/activity?plugin=acme.shop&endpoint=/token", ManagementJson.Default.ActivityView);

        Assert.Equal(1, Of(activity.Outcomes, "handled"));
        Assert.Equal(2, Of(activity.Outcomes, "rejected"));
        Assert.Equal(1, Of(activity.Reasons, "invalid_token"));
        Assert.Equal(1, Of(activity.Reasons, "binding"));
        Assert.Equal((1, 2, 0), (activity.Accepted[^1], activity.Refused[^1], activity.Failed[^1]));
        Assert.Equal(host.Time.GetUtcNow(), activity.LastAt);
        Assert.Equal(2, Of((await host.GetAsync("/activity", ManagementJson.Default.ActivityView)).Outcomes, "handled"));
    }

    [Fact]
    public async Task A_handler_that_throws_is_counted_as_failed()
    {
        await using var host = await ShopHost.StartAsync();
        host.Calls.Does = () => throw new InvalidOperationException();

        await host.DeliverAsync("/open/mine", "");

        var activity = (await host.WebhookAsync("/open/{shop}")).Activity;
        Assert.Equal(1, activity.Failed[^1]);
        Assert.Equal(0, activity.Accepted[^1]);
    }

    [Fact]
    public async Task A_minute_later_a_delivery_stands_a_step_back_and_after_an_hour_nowhere()
    {
        await using var host = await ShopHost.StartAsync();
        await host.DeliverAsync("/open/mine", "");

        host.Time.Advance(TimeSpan.FromMinutes(1));
        var soon = (await host.WebhookAsync("/open/{shop}")).Activity;
        host.Time.Advance(TimeSpan.FromMinutes(59));
        var late = (await host.WebhookAsync("/open/{shop}")).Activity;

        Assert.Equal((1, 0), (soon.Accepted[^2], soon.Accepted[^1]));
        Assert.Equal(60, soon.Accepted.Count);
        Assert.All(late.Accepted, count => Assert.Equal(0, count));
        Assert.Empty(late.Outcomes);
        Assert.NotNull(late.LastAt);
    }

    [Fact]
    public void A_row_is_used_again_after_an_hour_without_what_it_held()
    {
        var reasons = new ReasonNames();
        var activity = new EndpointActivity(reasons);

        for (var hour = 0; hour < 3; hour++)
        {
            activity.Count(Now + TimeSpan.FromHours(hour), new DeliveryEnd(DeliveryOutcome.Handled, 200));
        }

        Assert.Equal(1, Read(activity, reasons, Now + TimeSpan.FromHours(2)).Accepted.Sum());
    }

    [Fact]
    public void Quantiles_are_off_by_at_most_an_eighth()
    {
        var reasons = new ReasonNames();
        var activity = new EndpointActivity(reasons);

        for (var i = 1; i <= 1000; i++)
        {
            activity.Count(Now, new DeliveryEnd(DeliveryOutcome.Handled, 200) { Elapsed = TimeSpan.FromMilliseconds(i) });
        }

        var view = Read(activity, reasons, Now + TimeSpan.FromSeconds(1));
        Assert.InRange(view.TotalP50!.Value, 500 * 0.875, 500 * 1.125);
        Assert.InRange(view.TotalP99!.Value, 990 * 0.875, 990 * 1.125);
        Assert.Equal(view.TotalP99, view.P99.Single(quantile => quantile is not null));
    }

    [Fact]
    public void Times_beyond_the_scale_are_in_its_last_step()
    {
        Assert.Equal(LatencyScale.Count - 1, LatencyScale.Of(TimeSpan.FromDays(1)));
        Assert.Equal(0, LatencyScale.Of(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void Reasons_without_end_are_counted_together()
    {
        var reasons = new ReasonNames();
        var activity = new EndpointActivity(reasons);

        for (var i = 0; i < 1000; i++)
        {
            activity.Count(Now, new DeliveryEnd(DeliveryOutcome.Rejected, 403) { Reason = $"reason {i}" });
        }

        var view = Read(activity, reasons, Now);
        Assert.Equal(ReasonNames.Count, view.Reasons.Count);
        Assert.Equal(1000 - ReasonNames.Count + 1, Of(view.Reasons, "other"));
    }

    [Fact]
    public void Counting_a_delivery_allocates_nothing()
    {
        var activity = new EndpointActivity(new ReasonNames());
        var end = new DeliveryEnd(DeliveryOutcome.Rejected, 403) { Reason = "invalid_signature" };
        activity.Count(Now, end);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
        {
            activity.Count(Now, end);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public async Task An_unknown_webhook_has_no_activity()
    {
        await using var host = await ShopHost.StartAsync();

        Assert.Contains("\"status\":404", await host.GetTextAsync("/activity?plugin=acme.shop&endpoint=/none"), StringComparison.Ordinal);
        Assert.Contains("\"status\":400", await host.GetTextAsync("/activity?endpoint=/token"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_depth_of_the_store_is_kept_for_each_minute()
    {
        var history = new DepthHistory();

        history.Add(
            Now,
            [
                new()
                {
                    Plugin = ShopHost.Plugin,
                    Endpoint = "/queued",
                    Ready = 3,
                    Delayed = 1,
                    OldestAt = Now - TimeSpan.FromSeconds(90),
                },
            ]
        );
        history.Add(Now + TimeSpan.FromMinutes(1), null);

        var (depth, age) = history.Read((Now.UtcTicks / TimeSpan.TicksPerMinute) - 58, ShopHost.Plugin, "/queued");
        Assert.Equal((4, null), (depth[58], depth[59]));
        Assert.Equal((90, null), (age[58], age[59]));
        Assert.Equal(0, history.Read((Now.UtcTicks / TimeSpan.TicksPerMinute) - 58, "acme.other", null).Depth[58]);
    }

    [Fact]
    public async Task Without_a_store_there_is_no_depth()
    {
        await using var host = await ShopHost.StartAsync(hasStore: false);

        Assert.Empty((await host.WebhookAsync("/bare")).Activity.Depth);
    }

    private static ActivityView Read(EndpointActivity activity, ReasonNames reasons, DateTimeOffset now)
    {
        var minute = now.UtcTicks / TimeSpan.TicksPerMinute;
        var sum = new ActivitySum(now, reasons);
        activity.AddTo(sum, minute);
        return sum.ToView();
    }

    private static long Of(IReadOnlyList<Count> counts, string name) => counts.SingleOrDefault(count => count.Name == name)?.Value ?? 0;
}
