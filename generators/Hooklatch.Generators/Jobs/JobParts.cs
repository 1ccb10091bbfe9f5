using System.Collections.Immutable;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.Generators.Jobs;

/// <summary>Finds the jobs of a plugin.</summary>
internal static class JobParts
{
    public static IncrementalValueProvider<EquatableArray<JobClassModel>> Find(
        IncrementalGeneratorInitializationContext context,
        DeclarationCache memory,
        IncrementalValueProvider<EquatableArray<JsonContextModel>> contexts
    )
    {
        var jobs = context.SyntaxProvider.ForAttributeWithMetadataName(Names.Job, IsMethod, memory.Remember(Parse)).Where(IsPresent);
        var recurring = context
            .SyntaxProvider.ForAttributeWithMetadataName(Names.Recurring, IsMethod, memory.Remember(Parse))
            .Where(IsPresent);
        return jobs.Collect()
            .Combine(recurring.Collect())
            .Select(Join)
            .WithTrackingName(Steps.Jobs)
            .Combine(contexts)
            .Select(JobResolver.Resolve)
            .WithTrackingName(Steps.JobFiles);
    }

    private static bool IsMethod(SyntaxNode node, CancellationToken cancellation) => node is MethodDeclarationSyntax;

    private static bool IsPresent(JobModel? model) => model is not null;

    private static JobModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        PartialMethod.Of(context) is { } method ? JobParser.Parse(method, context.Attributes[0], report: null, cancellation) : null;

    private static ImmutableArray<JobModel?> Join(
        (ImmutableArray<JobModel?> Jobs, ImmutableArray<JobModel?> Recurring) all,
        CancellationToken cancellation
    ) => all.Jobs.AddRange(all.Recurring);
}
