namespace Hooklatch;

/// <summary>
/// Starts the jobs of the plugin that takes it, and looks after them. A handler, and every class that generated code builds, takes it as a parameter; elsewhere
/// it is the service with the plugin's key. It needs a store, such as the package Hooklatch.Sqlite.
/// </summary>
public interface IJobs
{
    /// <summary>Stores a job before it returns; it runs after that, also where this host ends.</summary>
    /// <typeparam name="TJob">The type that a method with <see cref="JobAttribute"/> takes.</typeparam>
    /// <param name="job">The job. It is written as JSON at once.</param>
    /// <param name="options">When and how it runs.</param>
    /// <param name="cancellationToken">Ends the wait; the job may be stored after all.</param>
    /// <exception cref="InvalidOperationException">No method of the plugin runs jobs of this type.</exception>
    /// <exception cref="ArgumentException">An option is not valid, or the job is longer than 4 MiB as JSON.</exception>
    /// <exception cref="InboxUnavailableException">It is not known to be stored: the store is full or gone. A webhook that lets it through is answered 503.</exception>
    ValueTask<EnqueuedJob> EnqueueAsync<TJob>(TJob job, JobOptions? options = null, CancellationToken cancellationToken = default)
        where TJob : notnull;

    /// <summary>What is known of a job of the plugin; <see langword="null"/> where there is none of the id, or it was dropped since.</summary>
    /// <exception cref="InboxUnavailableException">The store cannot be used.</exception>
    ValueTask<JobStatus?> FindAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Has a job not run, or run no further: <see cref="JobContext.CancellationToken"/> is cancelled, and whatever the method does after that counts no longer.
    /// </summary>
    /// <returns>Whether there was something to cancel; not where it is done.</returns>
    /// <exception cref="InboxUnavailableException">The store cannot be used.</exception>
    ValueTask<bool> CancelAsync(long id, CancellationToken cancellationToken = default);
}
