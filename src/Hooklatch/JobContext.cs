namespace Hooklatch;

/// <summary>
/// One run of a job: what is known of it besides its parameters. A method with <see cref="JobAttribute"/> or <see cref="RecurringAttribute"/> takes it as a
/// parameter. For the test of such a method, derive from it.
/// </summary>
public abstract class JobContext
{
    /// <summary>The plugin's key, <c>author.module</c>.</summary>
    public abstract string Plugin { get; }

    /// <summary>The name that the job was stored under: <see cref="JobAttribute.Name"/>, or one of its <see cref="JobAttribute.Aliases"/>.</summary>
    public abstract string Name { get; }

    /// <summary>The id by which the job is found; the same at every try.</summary>
    public abstract long Id { get; }

    /// <summary>Which try this is, counted from 1.</summary>
    public abstract int Attempt { get; }

    /// <summary>The version of the job's form that it was enqueued with (<see cref="JobAttribute.Version"/>).</summary>
    public virtual int Version => 1;

    /// <summary>When it was enqueued.</summary>
    public abstract DateTimeOffset EnqueuedAt { get; }

    /// <summary>The time of the schedule that this run is for, of a recurring job; else <see langword="null"/>.</summary>
    public virtual DateTimeOffset? Occurrence => null;

    /// <summary>Whether a person has it run once more.</summary>
    public virtual bool IsReplay => false;

    /// <summary>Cancelled when its time is over, it is cancelled (<see cref="IJobs.CancelAsync"/>), or the host stops.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>
    /// Says how far it has come: stored, and shown by <see cref="IJobs.FindAsync"/> until the next report. It takes one transaction of the store, so report
    /// what a person wants to know, not every step.
    /// </summary>
    /// <param name="percent">How much is done, 0 to 100.</param>
    /// <param name="message">What is being done, for people; what is longer than 500 characters is cut.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> is another number.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, or another host runs it.</exception>
    public abstract ValueTask ReportAsync(int percent, string? message = null);
}
