using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Jobs;

/// <summary>The jobs of one class of the author's, which one generated file holds.</summary>
/// <param name="Name">The generated class, such as <c>ImageJobs_Jobs</c>.</param>
/// <param name="Target">The author's class for people, <c>Namespace.Class</c>.</param>
/// <param name="Jobs">Its jobs, in ordinal order of their members.</param>
internal sealed record JobClassModel(string Name, string Target, EquatableArray<JobModel> Jobs)
{
    public static EquatableArray<JobClassModel> Group(IEnumerable<JobModel> jobs) =>
        jobs.GroupBy(job => job.FileClass, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new JobClassModel(
                group.Key,
                group.First().ClassTarget,
                group.OrderBy(job => job.Member, StringComparer.Ordinal).ToEquatableArray()
            ))
            .ToEquatableArray();
}
