using Hooklatch.Generators.Common;
using Hooklatch.Generators.Services;

namespace Hooklatch.Generators.Plugins;

/// <summary>What the manifest says of jobs: an edit of anything else leaves the manifest alone.</summary>
/// <param name="Names">The generated classes that add jobs, in ordinal order.</param>
/// <param name="Services">What they take of dependency injection.</param>
internal sealed record JobClassesModel(EquatableArray<string> Names, EquatableArray<NeededService> Services)
{
    public static JobClassesModel None { get; } = new(EquatableArray<string>.Empty, EquatableArray<NeededService>.Empty);
}
