namespace Hooklatch;

/// <summary>
/// Marks a method that runs jobs: work that a handler starts itself (<see cref="IJobs"/>), which is stored before it runs and tried again when it throws. The
/// first parameter is the job, a type of the plugin that one of its serializer contexts covers; the others are <see cref="JobContext"/>,
/// <see cref="CancellationToken"/> and services. What the method returns besides its task is kept as the job's result.
/// </summary>
/// <remarks>A job may run twice, as a queued delivery may: the host can die after it has done its work and before that is written down.</remarks>
/// <example>
/// <code>
/// [Job(TimeoutSeconds = 120)]
/// public Task Shrink(ShrinkImage job, JobContext context) => …
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JobAttribute : Attribute
{
    /// <summary>
    /// What the job is stored as: letters, digits, dots, dashes and underscores, at most 100. Jobs that wait are found by it, so it stays when the type is
    /// renamed. Default: the name of the job's type.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>Names that it had before: what was stored by them runs here.</summary>
    public string[] Aliases { get; set; } = [];

    /// <summary>
    /// The version of the job's JSON form, from 1 on. A host that knows a smaller one leaves the job to others, for ten minutes. Raise it where an older
    /// version of the method must not run what is enqueued now. Default: 1.
    /// </summary>
    public int Version { get; set; } = 1;

    /// <summary>How many seconds the method may run before its token is cancelled: 1 to 86,400. Default: 600.</summary>
    public int TimeoutSeconds { get; set; } = 600;
}
