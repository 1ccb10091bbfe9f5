using System.Collections.Concurrent;

namespace Hooklatch.AotTests;

/// <summary>The deliveries of <c>tests/Hooklatch.Providers.Tests/Vectors</c>, sent to the native binary.</summary>
public sealed class ProviderTests(PublishedHost published)
{
    /// <summary>One process for each configuration that the deliveries need, a few at a time.</summary>
    [Fact]
    public async Task Every_delivery_is_answered_as_its_source_says()
    {
        var binary = (await published.PublishAsync()).Binary;
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            VectorFiles.Deliveries.GroupBy(vector => string.Join('\n', VectorSettings.ArgumentsOf(vector)), StringComparer.Ordinal),
            new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken },
            async (vectors, _) =>
            {
                await using var host = await RunningHost.StartAsync(binary, VectorSettings.ArgumentsOf(vectors.First()));
                foreach (var vector in vectors)
                {
                    var answer = await VectorRequest.SendToAsync(host.Client.BaseAddress!, vector);
                    if (!VectorRequest.IsExpected(vector, answer.Status))
                    {
                        wrong.Add($"{vector}: {answer.Status}");
                    }
                }
            }
        );
        Assert.Empty(wrong);
    }

    /// <summary>The handshakes of <c>tests/Hooklatch.Providers.Tests/Handshakes</c>.</summary>
    [Fact]
    public async Task Every_recorded_handshake_gets_the_recorded_answer()
    {
        var binary = (await published.PublishAsync()).Binary;
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            RecordedHandshake.All,
            new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken },
            async (recorded, _) =>
            {
                await using var host = await RunningHost.StartAsync(
                    binary,
                    [.. VectorSettings.ArgumentsOf(recorded.Request), "--Sample:Answers=<ConfirmSubscriptionResponse/>"]
                );
                if (recorded.Problem(await VectorRequest.SendToAsync(host.Client.BaseAddress!, recorded.Request)) is { } problem)
                {
                    wrong.Add(problem);
                }
            }
        );
        Assert.Empty(wrong);
    }
}
