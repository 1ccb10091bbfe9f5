using Hooklatch.Verification.Rules;

namespace Hooklatch.Verification.Code;

/// <summary>
/// What one verifier was told lately of keys that deliveries name. Anyone may send a delivery that names anything, so what has verified one is
/// kept apart from what has not, and no made-up name pushes it out; each name is asked for once at a time, and few at once, of which no other
/// verifier takes any; and that nothing came of it is remembered for a while.
/// </summary>
/// <remarks>
/// Before it is asked for, a key that is new looks like a name that was made up, so that whatever limits such names would limit it too. It waits
/// for its turn, as they do: whoever is before it began its ten seconds earlier, and so its turn comes before its own are over.
/// </remarks>
/// <param name="kept">For how long a key is good before it is asked for anew.</param>
/// <param name="keptAtMost">For how long one that has verified is good if nobody answers.</param>
internal sealed class KeyMemory<TAnswer>(TimeSpan kept, TimeSpan keptAtMost)
    where TAnswer : struct, IKeyAnswer<TAnswer>
{
    private const int MostProven = 32;
    private const int MostOthers = 32;
    private const int MostAtATime = 4;
    private const int MostWaiting = 32;
    private static readonly TimeSpan RefusalKept = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SilenceKept = TimeSpan.FromSeconds(5);

    private readonly BoundedCache<Entry> _proven = new(MostProven);
    private readonly BoundedCache<Entry> _others = new(MostOthers);
    private readonly Dictionary<string, Task<TAnswer>> _running = new(StringComparer.Ordinal);
    private readonly Turns _turns = new(MostAtATime, MostWaiting);
    private readonly Lock _lock = new();

    /// <summary>The key of a name.</summary>
    /// <param name="name">The name, or the address.</param>
    /// <param name="request">The delivery that names it.</param>
    /// <param name="ask">Asks for it. It is not cancelled with the delivery that asked first, since others wait for it.</param>
    /// <param name="cancellation">Cancelled when the sender goes away.</param>
    public async ValueTask<TAnswer> GetAsync(
        string name,
        VerificationRequest request,
        Func<CancellationToken, ValueTask<TAnswer>> ask,
        CancellationToken cancellation
    )
    {
        var now = request.ReceivedAt;
        var proven = _proven.Find(name);
        if (proven is not null && now < proven.At + LifetimeOf(proven.Answer))
        {
            return proven.Answer;
        }

        var answer = _others.Find(name) is { } other && now < other.At + LifetimeOf(other.Answer) ? other.Answer : (TAnswer?)null;
        answer ??= await Join(name, request, ask).WaitAsync(cancellation);
        var isKept = proven is { Answer.IsFound: true } && now < proven.At + keptAtMost;
        return answer.Value.IsUnavailable && isKept ? proven!.Answer : answer.Value;
    }

    /// <summary>Notes that the key of this name has verified a delivery.</summary>
    public void Prove(string name)
    {
        var entry = _others.Find(name);
        if (entry is { Answer.IsFound: true } && (_proven.Find(name) is not { } proven || proven.At < entry.At))
        {
            _proven.Add(name, entry);
        }
    }

    private TimeSpan LifetimeOf(TAnswer answer) =>
        answer.IsFound ? kept
        : answer.IsUnavailable ? SilenceKept
        : RefusalKept;

    /// <summary>Asks when it is this name's turn, or waits for whoever asks already; where too many wait the sender is asked to come back.</summary>
    private Task<TAnswer> Join(string name, VerificationRequest request, Func<CancellationToken, ValueTask<TAnswer>> ask)
    {
        var own = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource? turn = null;
        lock (_lock)
        {
            if (_running.TryGetValue(name, out var running))
            {
                return running;
            }

            // Names that have verified are few, and no forger's questions stand in their way.
            if (_proven.Find(name) is null && (turn = _turns.Take()) is null)
            {
                return Task.FromResult(TAnswer.Unavailable);
            }

            _running.Add(name, own.Task);
        }

        _ = AskAsync(own, name, request, turn, Patience.AskAsync(AskInTurnAsync, TAnswer.Unavailable, request.Time));
        return own.Task;

        async ValueTask<TAnswer> AskInTurnAsync(CancellationToken cancellation)
        {
            if (turn is not null)
            {
                await turn.Task.WaitAsync(cancellation);
            }

            return await ask(cancellation);
        }
    }

    private async Task AskAsync(
        TaskCompletionSource<TAnswer> own,
        string name,
        VerificationRequest request,
        TaskCompletionSource? turn,
        Task<TAnswer> asked
    )
    {
        var began = request.Time.GetTimestamp();
        // It is remembered before anybody goes on with it, so that whoever verifies with it can prove it.
        await ((Task)asked).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var answer = asked.IsCompletedSuccessfully ? await asked : TAnswer.Unavailable;
        if (turn is null or { Task.IsCompletedSuccessfully: true })
        {
            // From when it was answered: to be silent for as long as it is waited for would otherwise be forgotten at once.
            Remember(name, new Entry(answer, request.ReceivedAt + request.Time.GetElapsedTime(began)));
        }

        lock (_lock)
        {
            _running.Remove(name);
        }

        if (turn is not null)
        {
            _turns.Leave(turn);
        }

        own.SetFromTask(asked);
        // Nobody may be waiting any more.
        _ = own.Task.Exception;
    }

    /// <summary>What has verified before is not made to prove itself anew; and of what is withdrawn, no older answer is left to fall back on.</summary>
    private void Remember(string name, Entry entry) =>
        (!entry.Answer.IsUnavailable && _proven.Find(name) is not null ? _proven : _others).Add(name, entry);

    private sealed record Entry(TAnswer Answer, DateTimeOffset At);
}
