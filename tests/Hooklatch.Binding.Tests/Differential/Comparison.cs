using System.Collections.Concurrent;
using Hooklatch.Binding.Tests.Http;

namespace Hooklatch.Binding.Tests.Differential;

/// <summary>Sends every request to both hosts, once for all tests.</summary>
public sealed class Comparison : IAsyncLifetime
{
    internal IReadOnlyList<Outcome> Outcomes { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await using var ours = await Server.StartHooklatchAsync();
        await using var theirs = await Server.StartAspNetCoreAsync();
        var outcomes = new ConcurrentBag<Outcome>();
        await Parallel.ForEachAsync(
            Case.All(),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (each, _) => outcomes.Add(new Outcome(each, await theirs.SendAsync(each.Request), await ours.SendAsync(each.Request)))
        );
        Outcomes = [.. outcomes.OrderBy(outcome => outcome.Case.Name, StringComparer.Ordinal)];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The differences that no row names.</summary>
    internal static IEnumerable<Outcome> Unexplained(IEnumerable<Outcome> outcomes, IReadOnlyList<Deviation> deviations) =>
        outcomes.Where(outcome => !outcome.IsEqual && !deviations.Any(deviation => deviation.Explains(outcome)));

    /// <summary>The patterns by which no difference is explained any more.</summary>
    internal static IEnumerable<string> Outdated(IReadOnlyCollection<Outcome> outcomes, IEnumerable<Deviation> deviations) =>
        from deviation in deviations
        from pattern in deviation.Requests
        where !outcomes.Any(outcome => !outcome.IsEqual && deviation.Explains(outcome, pattern))
        select pattern;
}
