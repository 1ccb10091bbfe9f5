using Hooklatch.Binding.Tests.Http;

namespace Hooklatch.Binding.Tests.Differential;

/// <summary>
/// The same requests through our generated endpoints and through ASP.NET Core's RequestDelegateFactory: the same status and the same
/// values, or a deviation that docs/binding.md states.
/// </summary>
public sealed class DifferentialTests(Comparison comparison) : IClassFixture<Comparison>
{
    private const int MaxDeviations = 25;

    private static readonly IReadOnlyList<Deviation> Deviations = Deviation.Parse(
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "binding.md"))
    );

    [Fact]
    public void Requests_mean_what_they_mean_to_AspNetCore()
    {
        var unexplained = Comparison.Unexplained(comparison.Outcomes, Deviations).ToArray();
        Assert.True(unexplained.Length == 0, $"{unexplained.Length} differences:\n{string.Join('\n', unexplained.AsEnumerable())}");
    }

    [Fact]
    public void Deviations_still_occur() => Assert.Empty(Comparison.Outdated(comparison.Outcomes, Deviations));

    [Fact]
    public void Deviations_are_few_and_have_reasons()
    {
        Assert.InRange(Deviations.Count, 1, MaxDeviations);
        Assert.All(Deviations, deviation => Assert.NotEmpty(deviation.Requests));
        Assert.All(Deviations, deviation => Assert.NotEmpty(deviation.Reason));
    }

    [Fact]
    public void Requests_are_many_and_have_names_of_their_own()
    {
        var names = comparison.Outcomes.Select(outcome => outcome.Case.Name).ToArray();
        Assert.InRange(names.Length, 8_000, int.MaxValue);
        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Requests_are_answered_by_both()
    {
        Assert.All(comparison.Outcomes, outcome => Assert.True(outcome.Case.Request.Missing > 0 || outcome.Ours.Status > 0, $"{outcome}"));
        // Half a surrogate pair fails once a handler asks for its text.
        var failed = comparison.Outcomes.Where(outcome => outcome.Ours.Status >= 500).Select(outcome => outcome.Case.Name);
        Assert.All(failed, name => Assert.EndsWith(" lone surrogate", name, StringComparison.Ordinal));
        Assert.InRange(comparison.Outcomes.Count(outcome => outcome.Ours.Status == 200), 2_000, int.MaxValue);
        Assert.InRange(comparison.Outcomes.Count(outcome => outcome.Ours.Status == 400), 1_000, int.MaxValue);
    }

    [Fact]
    public void A_difference_without_a_row_is_found() =>
        Assert.Single(Comparison.Unexplained([Outcome("a/b c", 200, 400), Outcome("a/b d", 200, 200)], [Row("`a/b d`", "200", "400")]));

    [Fact]
    public void A_difference_of_another_status_is_found() =>
        Assert.Single(Comparison.Unexplained([Outcome("a/b c", 200, 500)], [Row("`a/b *`", "200", "400")]));

    [Fact]
    public void A_row_without_a_difference_is_found() =>
        Assert.Equal(2, Comparison.Outdated([Outcome("a/b c", 400, 400)], [Row("`a/*`, `b/*`", "200", "400")]).Count());

    private static Outcome Outcome(string name, int theirs, int ours) =>
        new(new Case(name, new Request { Target = "/" }), new Answer(theirs, "", ""), new Answer(ours, "", ""));

    private static Deviation Row(string requests, string theirs, string ours) =>
        Deviation
            .Parse(["| Requests | ASP.NET Core | Hooklatch | Why |", "|---|---|---|---|", $"| {requests} | {theirs} | {ours} | why |"])
            .Single();
}
