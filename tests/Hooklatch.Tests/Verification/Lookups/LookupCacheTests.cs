using Hooklatch.Verification.Lookups;
using Microsoft.Extensions.Time.Testing;

namespace Hooklatch.Tests.Verification.Lookups;

/// <summary>What the tests of tenants and of keys do not reach: the moments between two steps, and what is left when nobody waits.</summary>
public sealed class LookupMemoryTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly LookupCache<Answer> _cache = new(
        new()
        {
            Lifetime = TimeSpan.FromMinutes(1),
            MaxLifetime = TimeSpan.FromMinutes(1),
            IsProvenByFinding = true,
        }
    );
    private int _asked;

    /// <summary>A request that found nothing in the cache is held up; by the time that it asks, another has asked and is answered.</summary>
    [Fact]
    public async Task What_was_answered_between_the_look_and_the_lookup_is_not_asked_for_again()
    {
        Assert.False(_cache.TryGet("a", _time.GetUtcNow(), out _));
        await AskAsync("a", new Answer(1));

        Assert.Equal(new Answer(1), await AskAsync("a", new Answer(2)));
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task What_throws_reaches_everyone_who_waits_and_is_not_asked_for_at_once()
    {
        var failure = new TaskCompletionSource<Answer>();
        Task<Answer>[] waiting = [AskAsync("a", failure.Task), AskAsync("a", failure.Task)];

        failure.SetException(new InvalidOperationException());

        foreach (var one in waiting)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => one);
        }

        Assert.Equal(Answer.Unavailable, await AskAsync("a", new Answer(1)));
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task What_was_found_when_nobody_waited_any_more_is_remembered()
    {
        using var leaves = new CancellationTokenSource();
        var answer = new TaskCompletionSource<Answer>();
        var only = AskUntilAsync("a", answer.Task, leaves.Token);
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => only);

        answer.SetResult(new Answer(1));

        Assert.Equal(new Answer(1), await AskAsync("a", new Answer(2)));
    }

    private Task<Answer> AskAsync(string name, Answer answer) => AskAsync(name, Task.FromResult(answer));

    private Task<Answer> AskAsync(string name, Task<Answer> answer) => AskUntilAsync(name, answer, TestContext.Current.CancellationToken);

    private Task<Answer> AskUntilAsync(string name, Task<Answer> answer, CancellationToken leaves) =>
        _cache
            .LookUpAsync(
                name,
                _time.GetUtcNow(),
                _time,
                _ =>
                {
                    _asked++;
                    return new(answer);
                },
                leaves
            )
            .AsTask();

    /// <param name="Number">0 where nobody answers.</param>
    private readonly record struct Answer(int Number) : ILookupAnswer<Answer>
    {
        public static Answer Unavailable => default;

        public bool IsFound => Number > 0;

        public bool IsUnavailable => Number == 0;
    }
}
