namespace Hooklatch.Verification.Lookups;

/// <summary>
/// Caches what one verifier looked up by names that requests choose: keys and secrets. Anyone can send a request with a made-up name. So proven
/// names, those whose key has verified a delivery, are cached apart from the others, and no made-up name evicts or delays them. Each name is
/// looked up once at a time, few names at once, and that nothing was found is cached too.
/// </summary>
/// <remarks>
/// Before its first lookup a new real name looks like a made-up one and waits in the same queue. The timeout of a lookup includes its wait. Lookups
/// that started earlier time out earlier, so a new name gets its permit before its own timeout.
/// </remarks>
internal sealed class LookupCache<TAnswer>(LookupCacheOptions options)
    where TAnswer : struct, ILookupAnswer<TAnswer>
{
    /// <summary>How many overdue lookups may still run, for proven names and for the others.</summary>
    private const int MaxOverdue = 64;

    private const long Never = -1;

    private readonly BoundedCache<Entry> _proven = new(options.MaxEntries);
    private readonly BoundedCache<Entry> _others = new(options.MaxEntries);
    private readonly Dictionary<string, Task<TAnswer>> _running = new(StringComparer.Ordinal);
    private readonly LookupLimiter _limiter = new(options.MaxConcurrency, options.MaxQueued, MaxOverdue);
    private readonly LookupLimiter _provenLimiter = new(options.MaxProvenConcurrency, options.MaxEntries, MaxOverdue);
    private readonly Lock _lock = new();

    /// <summary>Finds an entry that has not expired.</summary>
    public bool TryGet(string name, DateTimeOffset now, out TAnswer answer)
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

    /// <summary>Looks up a name that is not cached, or waits for the lookup of it that already runs.</summary>
    /// <param name="name">The name.</param>
    /// <param name="now">When the request that names it was received.</param>
    /// <param name="time">The host's clock.</param>
    /// <param name="lookup">The lookup. It is not cancelled with the request that started it, since other requests wait for it.</param>
    /// <param name="cancellation">Cancelled when the sender disconnects.</param>
    public async ValueTask<TAnswer> LookUpAsync(
        string name,
        DateTimeOffset now,
        TimeProvider time,
        Func<CancellationToken, ValueTask<TAnswer>> lookup,
        CancellationToken cancellation
    ) => OrProven(await Join(name, now, time, lookup).WaitAsync(cancellation), name, now);

    /// <summary>Notes that the key of this name has verified a delivery.</summary>
    public void Prove(string name)
    {
        var entry = _others.Find(name);
        if (entry is { Answer.IsFound: true } && (_proven.Find(name) is not { } proven || proven.At < entry.At))
        {
            _proven.Add(name, entry);
        }
    }

    /// <summary>While the lookup is unavailable, a proven entry is used for longer.</summary>
    private TAnswer OrProven(TAnswer answer, string name, DateTimeOffset now) =>
        answer.IsUnavailable && _proven.Find(name) is { Answer.IsFound: true } proven && now < proven.At + options.MaxLifetime
            ? proven.Answer
            : answer;

    private TimeSpan LifetimeOf(TAnswer answer) =>
        answer.IsFound ? options.Lifetime
        : answer.IsUnavailable ? options.UnavailableLifetime
        : options.NotFoundLifetime;

    /// <summary>Starts the lookup, or joins the one that already runs. If the queue is full, the lookup counts as unavailable.</summary>
    private Task<TAnswer> Join(string name, DateTimeOffset now, TimeProvider time, Func<CancellationToken, ValueTask<TAnswer>> lookup)
    {
        var own = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        // Proven names are few, and lookups of made-up names do not delay them.
        var limiter = _proven.Find(name) is null ? _limiter : _provenLimiter;
        TaskCompletionSource? lease;
        lock (_lock)
        {
            if (_running.TryGetValue(name, out var running))
            {
                return running;
            }

            // A lookup may have ended since the cache was read.
            if (TryGet(name, now, out var known))
            {
                return Task.FromResult(known);
            }

            if ((lease = limiter.Acquire()) is null)
            {
                return Task.FromResult(TAnswer.Unavailable);
            }

            _running.Add(name, own.Task);
        }

        _ = RunAsync(own, name, now, time, limiter, lease, lookup);
        return own.Task;
    }

    /// <summary>The only lookup of a name, and all that is done with its answer.</summary>
    private async Task RunAsync(
        TaskCompletionSource<TAnswer> own,
        string name,
        DateTimeOffset now,
        TimeProvider time,
        LookupLimiter limiter,
        TaskCompletionSource lease,
        Func<CancellationToken, ValueTask<TAnswer>> lookup
    )
    {
        var joined = time.GetTimestamp();
        var started = Never;
        var running = LookupTimeout.RunAsync(LookUpWithPermitAsync, TAnswer.Unavailable, time);
        await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var answer = running.IsCompletedSuccessfully ? await running : TAnswer.Unavailable;
        // The answer is cached before any request continues with it, so that a request that verifies with it can prove it.
        if (Volatile.Read(ref started) is not Never and var began)
        {
            // An answer may be outdated since the lookup started, so its lifetime begins then. That the source did not answer is known only now:
            // counted from the start, the entry would already have expired.
            var at = answer.IsUnavailable ? time.GetTimestamp() : began;
            Store(name, new Entry(answer, now + time.GetElapsedTime(joined, at)));
        }

        lock (_lock)
        {
            _running.Remove(name);
        }

        own.SetFromTask(running);
        // All requests that waited may be gone.
        _ = own.Task.Exception;

        async ValueTask<TAnswer> LookUpWithPermitAsync(CancellationToken cancellation)
        {
            try
            {
                await lease.Task.WaitAsync(cancellation);
                cancellation.ThrowIfCancellationRequested();
                Volatile.Write(ref started, time.GetTimestamp());
                await using var late = cancellation.Register(() => limiter.MarkOverdue(lease));
                return await lookup(cancellation);
            }
            finally
            {
                limiter.Release(lease);
            }
        }
    }

    /// <summary>A proven name stays proven. An answer replaces the older one even if it says that nothing was found, so that a withdrawn key is not used.</summary>
    private void Store(string name, Entry entry)
    {
        var isProven = !entry.Answer.IsUnavailable && _proven.Find(name) is not null;
        (isProven || (options.IsProvenByFinding && entry.Answer.IsFound) ? _proven : _others).Add(name, entry);
    }

    private sealed record Entry(TAnswer Answer, DateTimeOffset At);
}
