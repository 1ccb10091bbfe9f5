using System.Net;
using Hooklatch.Deliveries;
using Hooklatch.Signing.Refusals;
using Hooklatch.Telemetry;
using Hooklatch.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Tests.Telemetry;

/// <summary>What is kept of refused deliveries, and how much.</summary>
public sealed class RefusalRingTests
{
    private const string Body = """{"card":"4111"}""";

    private readonly RefusalRing _ring = new();

    [Fact]
    public async Task A_refusal_is_kept_without_what_was_sent()
    {
        await using var host = await WebhookHost.StartAsync();

        await host.PostAsync("/github", Body, ("X-Hub-Signature-256", Sign.GitHub(Body, "another"))).IsAsync(403);
        await host.PostAsync("/binding/header", "{}").IsAsync(400);
        await host.PostSignedAsync(Body).IsAsync(200);

        var log = host.App.Services.GetRequiredService<IRefusalLog>();
        var refused = log.Read();
        Assert.Equal(["binding", "invalid_signature"], refused.Select(one => one.Reason));
        var forged = Assert.Single(log.Read("tests.runtime", "/github"));
        Assert.Equal(("tests.runtime", "/github", 403), (forged.Plugin, forged.Endpoint, forged.Status));
        Assert.Equal("Invalid signature", forged.Detail);
        Assert.Equal((host.Time.GetUtcNow(), Body.Length), (forged.ReceivedAt, forged.Size));
        Assert.True(IPAddress.IsLoopback(forged.Peer!));
        Assert.Null(forged.Explanation);
        Assert.DoesNotContain("4111", forged.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Sign.GitHub(Body, "another")[10..], forged.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_explanation_is_kept_while_it_is_on()
    {
        await using var host = await WebhookHost.StartAsync(
            settings: ("Hooklatch:ExplainRefusals:tests.runtime/github", "2100-01-01T00:00:00Z")
        );

        await host.PostAsync("/github", Body, ("X-Hub-Signature-256", Sign.GitHub(Body, "another"))).IsAsync(403);

        var forged = Assert.Single(host.App.Services.GetRequiredService<IRefusalLog>().Read());
        Assert.Equal(RefusalCause.Secret, forged.Explanation!.Guesses[0].Cause);
        Assert.DoesNotContain("4111", forged.Explanation.ToJson().GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_of_one_endpoint_leaves_the_others_theirs()
    {
        await using var host = await WebhookHost.StartAsync();

        await host.PostAsync("/token/header", "{}").IsAsync(400);
        for (var i = 0; i < RefusalRing.PerEndpoint + 5; i++)
        {
            await host.PostAsync("/github", "{}").IsAsync(400);
        }

        var log = host.App.Services.GetRequiredService<IRefusalLog>();
        Assert.Equal(RefusalRing.PerEndpoint, log.Read("tests.runtime", "/github", size: 1000).Count);
        Assert.Single(log.Read("tests.runtime", "/token/header"));
    }

    [Fact]
    public void Where_all_places_are_taken_the_endpoint_with_the_most_gives_up_its_oldest()
    {
        Fill("/a", 250);
        Fill("/b", 250);
        Fill("/c", 250);
        Fill("/d", 249);
        Fill("/quiet", 1);

        Fill("/d", 100);
        Fill("/new", 1);

        Assert.Equal(RefusalRing.Capacity, _ring.Read(null, null, null, int.MaxValue).Count);
        Assert.Single(_ring.Read("p", "/quiet", null, 10));
        Assert.Single(_ring.Read("p", "/new", null, 10));
        // Of the flood, the last ones are there in their order.
        Assert.Equal(Enumerable.Range(0, 100), Statuses("/d").TakeLast(100));
    }

    [Fact]
    public void Pages_follow_each_other_from_the_newest_on()
    {
        Fill("/a", 3);
        Fill("/b", 2);
        Fill("/a", 2);

        var first = _ring.Read(null, null, null, 3);
        var second = _ring.Read(null, null, first[^1].Id, 3);
        var third = _ring.Read(null, null, second[^1].Id, 3);

        Assert.Equal([7, 6, 5], first.Select(one => one.Id));
        Assert.Equal([4, 3, 2], second.Select(one => one.Id));
        Assert.Equal([1], third.Select(one => one.Id));
        Assert.Equal([2, 1], _ring.Read("p", "/a", before: 3, 10).Select(one => one.Id));
        Assert.Single(_ring.Read(null, null, null, size: 0));
        Assert.Throws<ArgumentException>(() => _ring.Read(null, "/a", null, 10));
    }

    [Fact]
    public void A_flood_allocates_nothing_once_the_places_are_there()
    {
        Fill("/a", RefusalRing.PerEndpoint);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Fill("/a", 10_000);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private IEnumerable<int> Statuses(string endpoint) => _ring.Read("p", endpoint, null, 1000).Select(one => one.Status).Reverse();

    private void Fill(string endpoint, int count)
    {
        for (var i = 0; i < count; i++)
        {
            _ring.Add(("p", endpoint), new RefusalRing.Place { Reason = "test", Status = i });
        }
    }
}
