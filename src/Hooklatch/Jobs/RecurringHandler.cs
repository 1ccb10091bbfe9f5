using System.ComponentModel;

namespace Hooklatch.Jobs;

/// <summary>A method that runs at the times of a schedule.</summary>
/// <param name="name">What its jobs are stored as.</param>
/// <param name="target">The author's method.</param>
/// <param name="call">The generated call.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RecurringHandler(string name, string target, JobCall call) : JobHandler(name, target)
{
    internal override Type? JobType => null;

    internal override JobCall Read(ReadOnlyMemory<byte> body) => call;
}
