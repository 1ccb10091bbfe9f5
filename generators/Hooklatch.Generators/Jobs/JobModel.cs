using Hooklatch.Generators.Common;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Services;

namespace Hooklatch.Generators.Jobs;

/// <summary>A method that runs jobs, with <c>[Job]</c> or <c>[Recurring]</c>.</summary>
internal sealed record JobModel
{
    /// <summary>What its jobs are stored as.</summary>
    public required string Name { get; init; }

    public required EquatableArray<string> Aliases { get; init; }

    public required int Version { get; init; }

    /// <summary>0 where nothing is said.</summary>
    public required int TimeoutSeconds { get; init; }

    /// <summary>0 where nothing is said.</summary>
    public required int Concurrency { get; init; }

    public required RetryModel? Retry { get; init; }

    public required ScheduleModel? Schedule { get; init; }

    /// <summary>The generated class that holds it, such as <c>ImageJobs_Jobs</c>.</summary>
    public required string FileClass { get; init; }

    /// <summary>The beginning of its generated members.</summary>
    public required string Member { get; init; }

    /// <summary>The author's class for people.</summary>
    public required string ClassTarget { get; init; }

    /// <summary>The method with its parameters, which tells it from its overloads.</summary>
    public required string Signature { get; init; }

    /// <summary>The method for people.</summary>
    public required string Target { get; init; }

    /// <summary>The type of its jobs; <see langword="null"/> where they have none.</summary>
    public required JobValueModel? Payload { get; init; }

    /// <summary>What its task brings; <see langword="null"/> where it brings nothing.</summary>
    public required JobValueModel? Result { get; init; }

    public required CallModel Call { get; init; }

    public required EquatableArray<JobArgumentModel> Arguments { get; init; }

    public required Marks Marks { get; init; }
}
