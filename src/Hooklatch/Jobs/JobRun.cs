using System.ComponentModel;
using Hooklatch.Inbox;

namespace Hooklatch.Jobs;

/// <summary>One run of a job, as generated code sees it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JobRun : JobContext
{
    private readonly InboxWork _work;
    private readonly InboxItem _item;
    private readonly JobDetails _details;
    private readonly Func<ReadOnlyMemory<byte>, ValueTask<bool>> _report;

    /// <param name="work">The claim.</param>
    /// <param name="item">What is kept of the job.</param>
    /// <param name="details">Its details.</param>
    /// <param name="services">The services of the run.</param>
    /// <param name="report">Keeps a report; whether the claim is still held.</param>
    /// <param name="ending">Cancelled when the run has to end.</param>
    internal JobRun(
        InboxWork work,
        InboxItem item,
        JobDetails details,
        IServiceProvider services,
        Func<ReadOnlyMemory<byte>, ValueTask<bool>> report,
        CancellationToken ending
    )
    {
        (_work, _item, _details, _report) = (work, item, details, report);
        (Services, CancellationToken) = (services, ending);
    }

    /// <summary>The services of the run.</summary>
    public IServiceProvider Services { get; }

    /// <summary>What was reported last.</summary>
    internal string? LastMessage { get; private set; }

    /// <inheritdoc/>
    public override string Plugin => _item.Plugin;

    /// <inheritdoc/>
    public override string Name => _item.Endpoint;

    /// <inheritdoc/>
    public override long Id => _work.Id;

    /// <inheritdoc/>
    public override int Attempt => _work.Attempt;

    /// <inheritdoc/>
    public override int Version => _details.Version;

    /// <inheritdoc/>
    public override DateTimeOffset EnqueuedAt => _item.ReceivedAt;

    /// <inheritdoc/>
    public override DateTimeOffset? Occurrence => _details.Occurrence;

    /// <inheritdoc/>
    public override bool IsReplay => _item.ReplayOf is not null;

    /// <inheritdoc/>
    public override CancellationToken CancellationToken { get; }

    /// <inheritdoc/>
    public override async ValueTask ReportAsync(int percent, string? message = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        CancellationToken.ThrowIfCancellationRequested();
        LastMessage = JobReport.Cut(message);
        if (!await _report(new JobReport { Percent = percent, Message = LastMessage }.Write()))
        {
            throw new OperationCanceledException($"The job {Name} {Id} is no longer this host's.", CancellationToken);
        }
    }
}
