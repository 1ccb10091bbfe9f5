using System.Collections.Concurrent;

namespace Hooklatch.AotTests;

/// <summary>The deliveries of <c>tests/Hooklatch.Providers.Tests/Vectors</c>, sent to the native binary.</summary>
public sealed class ProviderTests(PublishedSamples published)
{
    /// <summary>One process for each configuration that the deliveries need, a few at a time.</summary>
    [Fact]
    public async Task Every_delivery_is_answered_as_its_source_says()
    {
        var binary = (await published.PublishProvidersAsync()).Binary;
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
        var binary = (await published.PublishProvidersAsync()).Binary;
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

    /// <summary>Nothing warns of the setting that stops the clock, and nothing but this host has it.</summary>
    [Theory]
    [InlineData("Hooklatch:Now")]
    [InlineData("Sample:Now")]
    public async Task The_clock_stands_still_where_the_command_line_says(string setting)
    {
        var vector = VectorFiles.Deliveries.First(vector => vector.Provider == "stripe" && vector is { Now: not null, IsValid: true });
        string[] settings =
        [
            .. VectorSettings.ArgumentsOf(vector).Select(argument => argument.Replace("Hooklatch:Now", setting, StringComparison.Ordinal)),
        ];
        await using var stopped = await published.StartProvidersAsync(settings);
        await using var running = await published.StartProvidersAsync([
            .. settings.Where(argument => !argument.Contains(":Now=", StringComparison.Ordinal)),
        ]);

        Assert.Equal(200, (await VectorRequest.SendToAsync(stopped.Client.BaseAddress!, vector)).Status);
        Assert.InRange((await VectorRequest.SendToAsync(running.Client.BaseAddress!, vector)).Status, 400, 499);
        await stopped.WaitForOutputAsync("Application started");
        Assert.DoesNotContain("nothing reads", stopped.Output, StringComparison.Ordinal);
    }
}
