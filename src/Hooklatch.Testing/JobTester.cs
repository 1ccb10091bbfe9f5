using System.Text;
using Hooklatch.Inbox;
using Hooklatch.Inbox.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Testing;

/// <summary>
/// Looks into the jobs and queued deliveries of a host under test, whose store is in memory: what was enqueued, and when everything that is due has run.
/// </summary>
/// <remarks>
/// With a <see cref="TimeProvider"/> that a test moves, such as <c>FakeTimeProvider</c>, delays, retries and schedules pass when the test says so: move it, then
/// wait with <see cref="WhenIdleAsync"/>. The worker looks for what is due each second.
/// </remarks>
/// <example>
/// <code>
/// time.Advance(TimeSpan.FromHours(1));
/// await jobs.WhenIdleAsync();
/// </code>
/// </example>
/// <param name="services">The services of the host, which is started.</param>
/// <param name="store">Its store.</param>
public sealed class JobTester(IServiceProvider services, InMemoryInboxStore store)
{
    private readonly TimeProvider _time = services.GetRequiredService<TimeProvider>();

    /// <summary>The jobs that were enqueued, oldest first, wherever they stand.</summary>
    /// <param name="after">Those after this id: that of the last one that is known. Default: all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<TestJob>> EnqueuedAsync(long after = 0, CancellationToken cancellationToken = default)
    {
        var jobs = new List<TestJob>();
        for (long? before = null; ; )
        {
            var page = await store.SearchAsync(new InboxQuery { Before = before, Size = InboxQuery.MaxSize }, cancellationToken);
            foreach (var job in page.Deliveries.Where(job => IsJob(job) && job.Id > after))
            {
                if (await store.FindAsync(job.Id, cancellationToken) is { } record)
                {
                    jobs.Add(
                        new(
                            job.Id,
                            job.Plugin,
                            job.Endpoint,
                            Encoding.UTF8.GetString(record.Item.Body.Span),
                            job.State,
                            job.DueAt,
                            job.Error
                        )
                    );
                }
            }

            if (page.Next is null)
            {
                jobs.Reverse();
                return jobs;
            }

            before = page.Next;
        }
    }

    /// <summary>
    /// Completes once everything has run that is due now: schedules are looked at, and neither a job nor a queued delivery runs or can run. What is paused, or
    /// belongs to a plugin that is disabled, must not be there.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task WhenIdleAsync(CancellationToken cancellationToken = default)
    {
        foreach (var scheduler in services.GetServices<IHostedService>().OfType<Scheduler>())
        {
            await scheduler.WhenLookedAsync(_time.GetUtcNow()).WaitAsync(cancellationToken);
        }

        await store.WhenIdleAsync().WaitAsync(cancellationToken);
    }

    private static bool IsJob(InboxSummary item) => !item.Endpoint.StartsWith('/');
}
