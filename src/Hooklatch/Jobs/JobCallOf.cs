using System.ComponentModel;

namespace Hooklatch.Jobs;

/// <summary>Runs the author's method for a job.</summary>
/// <typeparam name="TJob">The job's type.</typeparam>
/// <param name="job">The job.</param>
/// <param name="run">The run.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ValueTask<JobResult> JobCall<in TJob>(TJob job, JobRun run);
