using System.Collections.Immutable;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Json;
using Hooklatch.Generators.Plugins;
using Hooklatch.Generators.Services;

namespace Hooklatch.Generators.Jobs;

/// <summary>Completes the models of jobs with what only the whole plugin knows: unique names, and which context covers a type.</summary>
internal static class JobResolver
{
    public static EquatableArray<JobClassModel> Resolve(
        (ImmutableArray<JobModel?> Jobs, EquatableArray<JsonContextModel> Contexts) input,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var jobs = input.Jobs.OfType<JobModel>().Select(job => WithContexts(job, input.Contexts)).OfType<JobModel>().ToArray();
        var classes = NameResolver.FindCollisions(
            jobs.Select(job => (job.FileClass, job.ClassTarget)).Distinct().Select(type => type.FileClass)
        );
        var members = NameResolver.FindCollisions(jobs.Select(job => $"{job.FileClass}.{job.Member}"));
        return JobClassModel.Group(
            jobs.Select(job =>
                job with
                {
                    FileClass = NameResolver.Unique(job.FileClass, job.ClassTarget, classes),
                    Member = members.Contains($"{job.FileClass}.{job.Member}".ToUpperInvariant())
                        ? $"{job.Member}_{ShortName.Hash(job.Signature):x8}"
                        : job.Member,
                }
            )
        );
    }

    public static JobClassesModel ListClasses(EquatableArray<JobClassModel> classes, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(
            classes.Select(type => type.Name).ToEquatableArray(),
            NeededService.Merge(classes.SelectMany(type => type.Jobs).SelectMany(ServicesOf))
        );
    }

    private static IEnumerable<NeededService> ServicesOf(JobModel job) =>
        NeededService.Of(
            job.Call.Constructor.Concat(job.Arguments.Select(argument => argument.Service).OfType<ServiceModel>()),
            job.Call.Constructor.Count > 0 ? job.ClassTarget : job.Target
        );

    /// <returns><see langword="null"/> where no context covers a type; the analyzer says so.</returns>
    private static JobModel? WithContexts(JobModel job, EquatableArray<JsonContextModel> contexts)
    {
        var (payload, result) = (Covered(job.Payload), Covered(job.Result));
        return payload is { JsonContext: null } || result is { JsonContext: null } ? null : job with { Payload = payload, Result = result };

        JobValueModel? Covered(JobValueModel? value) =>
            value is null ? null : value with { JsonContext = HandlerResolver.ContextOf(value.TypeName, contexts) };
    }
}
