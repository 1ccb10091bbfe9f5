namespace Hooklatch.Verification.Lookups;

/// <summary>
/// What one verifier was told lately of keys that requests name. Anyone may send a request that names anything, so names that are proven are kept
/// apart from the others, and no made-up name pushes one out or keeps it waiting; each name is asked for once at a time, and few at once, of which
/// no other verifier takes any; and that nothing came of it is remembered for a while.
/// </summary>
/// <remarks>
/// Before it is asked for, a name that is new looks like one that was made up, so that whatever limits such names would limit it too. It waits for
/// its turn, as they do: whoever is before it began its ten seconds earlier, and so its turn comes before its own are over.
/// </remarks>
internal sealed class LookupMemory<TAnswer>(LookupLimits limits)
    where TAnswer : struct, ILookupAnswer<TAnswer>
{
    /// <summary>How many questions, of each kind of name, nobody waits for any more and go on all the same.</summary>
    private const int MostOverdue = 64;

    private const long Never = -1;

    private readonly BoundedCache<Entry> _proven = new(limits.MostKept);
    private readonly BoundedCache<Entry> _others = new(limits.MostKept);
    private readonly Dictionary<string, Task<TAnswer>> _running = new(StringComparer.Ordinal);
    private readonly Turns _turns = new(limits.MostAtATime, limits.MostWaiting, MostOverdue);
    private readonly Turns _turnsOfProven = new(limits.MostProvenAtATime, limits.MostKept, MostOverdue);
    private readonly Lock _lock = new();

    /// <summary>What is remembered of a name and still good.</summary>
    public bool TryFind(string name, DateTimeOffset now, out TAnswer answer)
    {
        if (_proven.Find(name) is { } proven && now < proven.At + LifetimeOf(proven.Answer))
        {
            answer = proven.Answer;
            return true;
        }

        if (_others.Find(name) is { } other && now < other.At + LifetimeOf(other.Answer))
        {
            answer = OrProven(other.Answer, name, now);
            return true;
        }

        answer = default;
        return false;
    }

    /// <summary>Asks for what is not remembered, or waits for whoever asks already.</summary>
    /// <param name="name">The name.</param>
    /// <param name="now">When the request that names it was received.</param>
    /// <param name="time">The host's clock.</param>
    /// <param name="ask">Asks for it. It is not cancelled with the request that asked first, since others wait for it.</param>
    /// <param name="cancellation">Cancelled when the sender goes away.</param>
    public async ValueTask<TAnswer> AskAsync(
        string name,
        DateTimeOffset now,
        TimeProvider time,
        Func<CancellationToken, ValueTask<TAnswer>> ask,
        CancellationToken cancellation
    ) => OrProven(await Join(name, now, time, ask).WaitAsync(cancellation), name, now);

    /// <summary>Notes that the key of this name has verified a delivery.</summary>
    public void Prove(string name)
    {
        var entry = _others.Find(name);
        if (entry is { Answer.IsFound: true } && (_proven.Find(name) is not { } proven || proven.At < entry.At))
        {
            _proven.Add(name, entry);
        }
    }

    /// <summary>While nobody answers, what is proven is good for longer.</summary>
    private TAnswer OrProven(TAnswer answer, string name, DateTimeOffset now) =>
        answer.IsUnavailable && _proven.Find(name) is { Answer.IsFound: true } proven && now < proven.At + limits.KeptAtMost
            ? proven.Answer
            : answer;

    private TimeSpan LifetimeOf(TAnswer answer) =>
        answer.IsFound ? limits.Kept
        : answer.IsUnavailable ? limits.SilenceKept
        : limits.RejectionKept;

    /// <summary>Asks when it is this name's turn, or waits for whoever asks already; where too many wait the sender is asked to come back.</summary>
    private Task<TAnswer> Join(string name, DateTimeOffset now, TimeProvider time, Func<CancellationToken, ValueTask<TAnswer>> ask)
    {
        var own = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        // Names that are proven are few, and no forger's questions stand in their way.
        var turns = _proven.Find(name) is null ? _turns : _turnsOfProven;
        TaskCompletionSource? turn;
        lock (_lock)
        {
            if (_running.TryGetValue(name, out var running))
            {
                return running;
            }

            // Whoever asked may have ended between the look into the memory and here.
            if (TryFind(name, now, out var known))
            {
                return Task.FromResult(known);
            }

            if ((turn = turns.Take()) is null)
            {
                return Task.FromResult(TAnswer.Unavailable);
            }

            _running.Add(name, own.Task);
        }

        _ = FlyAsync(own, name, now, time, turns, turn, ask);
        return own.Task;
    }

    /// <summary>The one question for a name, and all that is done with its answer.</summary>
    private async Task FlyAsync(
        TaskCompletionSource<TAnswer> own,
        string name,
        DateTimeOffset now,
        TimeProvider time,
        Turns turns,
        TaskCompletionSource turn,
        Func<CancellationToken, ValueTask<TAnswer>> ask
    )
    {
        var joined = time.GetTimestamp();
        var asked = Never;
        var asking = Patience.AskAsync(AskInTurnAsync, TAnswer.Unavailable, time);
        await ((Task)asking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var answer = asking.IsCompletedSuccessfully ? await asking : TAnswer.Unavailable;
        // It is remembered before anybody goes on with it, so that whoever verifies with it can prove it.
        if (Volatile.Read(ref asked) is not Never and var began)
        {
            // What was said may have been so when it was asked for and not since. That nobody spoke is known only now: to be silent for as long as
            // it is waited for would otherwise be forgotten at once.
            var at = answer.IsUnavailable ? time.GetTimestamp() : began;
            Remember(name, new Entry(answer, now + time.GetElapsedTime(joined, at)));
        }

        lock (_lock)
        {
            _running.Remove(name);
        }

        own.SetFromTask(asking);
        // Nobody may be waiting any more.
        _ = own.Task.Exception;

        async ValueTask<TAnswer> AskInTurnAsync(CancellationToken cancellation)
        {
            try
            {
                await turn.Task.WaitAsync(cancellation);
                cancellation.ThrowIfCancellationRequested();
                Volatile.Write(ref asked, time.GetTimestamp());
                await using var late = cancellation.Register(() => turns.Overstay(turn));
                return await ask(cancellation);
            }
            finally
            {
                turns.Leave(turn);
            }
        }
    }

    /// <summary>What is proven is not made to prove itself anew; and of what is withdrawn, no older answer is left to fall back on.</summary>
    private void Remember(string name, Entry entry)
    {
        var isProven = !entry.Answer.IsUnavailable && _proven.Find(name) is not null;
        (isProven || (limits.IsProvenByFinding && entry.Answer.IsFound) ? _proven : _others).Add(name, entry);
    }

    private sealed record Entry(TAnswer Answer, DateTimeOffset At);
}
