namespace Hooklatch.Sqlite.Writing;

/// <summary>Something that the writer does in a transaction, for a caller who waits until it is on the disk.</summary>
internal abstract class Operation
{
    private Progress _progress;
    private bool _isLeft;
    private CancellationTokenRegistration _registration;

    private enum Progress
    {
        /// <summary>It can be withdrawn as if it had never been asked for.</summary>
        Queued,

        /// <summary>The writer reads what the caller owns.</summary>
        Running,

        /// <summary>The database holds what it needs, and has yet to say that it is on the disk.</summary>
        Ran,
        Ended,
    }

    /// <summary>How many bytes wait with it.</summary>
    public long Bytes { get; init; }

    /// <summary>Whether it runs outside of any transaction, alone.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Whether it is taken however much waits.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Whether the caller has left.</summary>
    public bool IsLeft
    {
        get
        {
            lock (this)
            {
                return _isLeft;
            }
        }
    }

    /// <summary>Lets the caller leave when a token is cancelled.</summary>
    public void LeaveWith(CancellationToken cancellation)
    {
        if (cancellation.CanBeCanceled)
        {
            _registration = cancellation.UnsafeRegister(static (state, token) => ((Operation)state!).Leave(token), this);
        }
    }

    /// <summary>Takes it up; also once more, where it ran in a transaction that did not succeed because of another.</summary>
    /// <returns>Whether the caller still waits for it. Where not, it must not run, since what the caller owned may be something else by now.</returns>
    public bool TryBegin()
    {
        lock (this)
        {
            _progress = _isLeft ? Progress.Ended : Progress.Running;
            if (_isLeft)
            {
                // Whoever left while it ran waits for that to end, which it has.
                Release();
            }

            return !_isLeft;
        }
    }

    /// <summary>Does it.</summary>
    public void Run(Session session)
    {
        try
        {
            RunCore(session);
        }
        finally
        {
            lock (this)
            {
                _progress = Progress.Ran;
                if (_isLeft)
                {
                    Release();
                }
            }
        }
    }

    /// <summary>Tells the caller that it is on the disk.</summary>
    public void Complete()
    {
        End();
        CompleteCore();
    }

    /// <summary>Tells the caller that it was not done.</summary>
    public void Fail(Exception error)
    {
        End();
        FailCore(error);
    }

    protected abstract void RunCore(Session session);

    protected abstract void CompleteCore();

    protected abstract void FailCore(Exception error);

    /// <summary>Lets the caller go without a result.</summary>
    protected abstract void Release();

    private void Leave(CancellationToken token)
    {
        lock (this)
        {
            if (_progress == Progress.Ended)
            {
                return;
            }

            _isLeft = true;
            Token = token;
            // While it runs, the bytes that it reads are the caller's: then the caller goes as soon as it ran.
            if (_progress != Progress.Running)
            {
                Release();
            }
        }
    }

    /// <summary>The token that was cancelled.</summary>
    protected CancellationToken Token { get; private set; }

    private void End()
    {
        lock (this)
        {
            _progress = Progress.Ended;
        }

        _registration.Unregister();
    }
}
