using System.ComponentModel;

namespace Hooklatch.Jobs;

/// <summary>Runs the author's method for a job that needs nothing but its run.</summary>
/// <param name="run">The run.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ValueTask<JobResult> JobCall(JobRun run);
