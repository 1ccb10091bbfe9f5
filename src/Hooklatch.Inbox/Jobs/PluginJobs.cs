using System.Text.Json;
using Hooklatch.Inbox.Running;
using Hooklatch.Jobs;

namespace Hooklatch.Inbox.Jobs;

/// <inheritdoc cref="IJobs"/>
/// <param name="plugin">The plugin's key.</param>
/// <param name="slots">What this host runs.</param>
/// <param name="gateway">Stores jobs.</param>
/// <param name="operations">Looks after them.</param>
/// <param name="time">The clock.</param>
internal sealed class PluginJobs(string plugin, Slots slots, InboxGateway gateway, IInboxOperations operations, TimeProvider time) : IJobs
{
    private readonly Dictionary<Type, JobQueue> _queues = slots
        .Queues.OfType<JobQueue>()
        .Where(queue => queue.PluginKey == plugin && queue.Endpoint == queue.Handler.Name && queue.Handler.JobType is not null)
        .ToDictionary(queue => queue.Handler.JobType!);

    public async ValueTask<EnqueuedJob> EnqueueAsync<TJob>(TJob job, JobOptions? options, CancellationToken cancellationToken)
        where TJob : notnull
    {
        ArgumentNullException.ThrowIfNull(job);
        cancellationToken.ThrowIfCancellationRequested();
        if (!_queues.TryGetValue(typeof(TJob), out var queue))
        {
            throw new InvalidOperationException(
                $"The plugin {plugin} has no [Job] method that takes {typeof(TJob)}: add one with it as the first parameter."
            );
        }

        var body = ((JobHandler<TJob>)queue.Handler).Write(job);
        var item = JobItem.Of(plugin, queue.Handler, body, options ?? new JobOptions(), time.GetUtcNow());
        return await StoreAsync(queue, item).WaitAsync(cancellationToken);
    }

    public async ValueTask<JobStatus?> FindAsync(long id, CancellationToken cancellationToken) =>
        await FindOwnAsync(id, cancellationToken) is { } record ? StatusOf(record) : null;

    public async ValueTask<bool> CancelAsync(long id, CancellationToken cancellationToken) =>
        await FindOwnAsync(id, cancellationToken) is not null && await operations.DismissAsync(id, cancellationToken);

    private async Task<EnqueuedJob> StoreAsync(JobQueue queue, InboxItem item)
    {
        var accepted = await gateway.AcceptAsync(queue, item);
        return accepted switch
        {
            { Kind: InboxAcceptanceKind.Accepted } => new(accepted.Value.Id, IsDuplicate: false),
            { Kind: InboxAcceptanceKind.Duplicate or InboxAcceptanceKind.Requeued } => new(accepted.Value.Id, IsDuplicate: true),
            null => throw new InboxUnavailableException("The memory budget has no room for the job; try again later."),
            _ => throw new InboxUnavailableException(
                $"The inbox has no room for more jobs of the name {item.Endpoint}: see Hooklatch:Inbox:MaxDepth and MaxBytes, and the disk."
            ),
        };
    }

    /// <summary>A delivery of the plugin is no job of it.</summary>
    private async Task<InboxRecord?> FindOwnAsync(long id, CancellationToken cancellation) =>
        await operations.FindAsync(id, cancellation) is { } record && record.Item.Plugin == plugin && WorkName.IsJob(record.Item.Endpoint)
            ? record
            : null;

    private static JobStatus StatusOf(InboxRecord record)
    {
        var summary = record.Summary;
        var report = JobReport.Read(record.Report);
        return new()
        {
            Id = summary.Id,
            Name = summary.Endpoint,
            State = StateOf(summary),
            EnqueuedAt = summary.ReceivedAt,
            DueAt = summary.DueAt,
            EndedAt = summary.EndedAt,
            Attempts = summary.Attempts,
            Percent = summary.State is InboxState.Done ? 100 : report?.Percent ?? 0,
            Message = report?.Message,
            Result = summary.State is InboxState.Done && report?.Result is { } result ? ResultOf(result) : null,
            Error = summary.Error,
        };
    }

    private static JsonElement ResultOf(ReadOnlyMemory<byte> result)
    {
        using var document = JsonDocument.Parse(result, new JsonDocumentOptions { MaxDepth = JobReport.MaxDepth });
        return document.RootElement.Clone();
    }

    private static JobState StateOf(InboxSummary summary) =>
        summary.State switch
        {
            InboxState.Leased => JobState.Running,
            InboxState.Delayed when summary.Attempts > 0 => JobState.Retrying,
            InboxState.Done => JobState.Done,
            InboxState.Dead or InboxState.Quarantined => JobState.Failed,
            InboxState.Dismissed => JobState.Cancelled,
            _ => JobState.Waiting,
        };
}
