using Hooklatch.Generators.Services;

namespace Hooklatch.Generators.Jobs;

/// <summary>What is passed for a parameter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Service">The service, where it is one.</param>
internal sealed record JobArgumentModel(JobArgumentKind Kind, ServiceModel? Service = null);
