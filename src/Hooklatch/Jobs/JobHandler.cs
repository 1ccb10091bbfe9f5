using System.ComponentModel;
using Hooklatch.Inbox;

namespace Hooklatch.Jobs;

/// <summary>A method that runs jobs, as generated code describes it.</summary>
/// <param name="name">What its jobs are stored as.</param>
/// <param name="target">The author's method, for logs and descriptions: <c>Namespace.Class.Method</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JobHandler(string name, string target)
{
    /// <summary>What its jobs are stored as.</summary>
    public string Name { get; } = name;

    /// <summary>The author's method: <c>Namespace.Class.Method</c>.</summary>
    public string Target { get; } = target;

    /// <summary>Names that it had before.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The version of the form that it reads.</summary>
    public int Version { get; init; } = 1;

    /// <summary>How it is tried again.</summary>
    public RetryPolicy Retry { get; init; } = RetryPolicy.Default;

    /// <summary>How many seconds it may run.</summary>
    public int TimeoutSeconds { get; init; } = 600;

    /// <summary>How many run at once in one host; 0 for as many as there is room for.</summary>
    public int Concurrency { get; init; }

    /// <summary>When it recurs; <see langword="null"/> where it does not.</summary>
    public JobSchedule? Schedule { get; init; }

    /// <summary>The type of its jobs; <see langword="null"/> where they have none.</summary>
    internal abstract Type? JobType { get; }

    /// <summary>Makes of what is stored the call that runs it.</summary>
    /// <exception cref="System.Text.Json.JsonException">It cannot be read.</exception>
    internal abstract JobCall Read(ReadOnlyMemory<byte> body);
}
