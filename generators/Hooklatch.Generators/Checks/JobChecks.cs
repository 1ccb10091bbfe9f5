using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Jobs;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Checks;

/// <summary>Diagnostics of a method that runs jobs.</summary>
internal static class JobChecks
{
    /// <summary>The attribute that makes a method run jobs; <see langword="null"/> where none does.</summary>
    public static AttributeData? Find(IMethodSymbol method) => method.Attribute(Names.Job) ?? method.Attribute(Names.Recurring);

    public static void Check(
        IMethodSymbol method,
        AttributeData attribute,
        PluginIndex index,
        Report report,
        CancellationToken cancellation
    )
    {
        if (!index.IsPlugin)
        {
            report(Descriptors.NoPlugin, method.Location());
        }

        var job = JobParser.Parse(method, attribute, report, cancellation);
        QueueChecks.CheckSettings(method, attribute, report, cancellation);
        QueueChecks.CheckNumber(method, attribute, "Version", 1_000_000, report, cancellation);
        QueueChecks.CheckNumber(method, attribute, "MaxMissed", 1000, report, cancellation);
        CheckOrder(method, report, cancellation);
        if (job is null)
        {
            return;
        }

        CheckOthers(method, attribute, index, report, cancellation);
        if (job.Payload is { } payload)
        {
            CheckCovered(payload.TypeName, method.Parameters[0].TypeLocation(cancellation), index, report);
        }

        if (job.Result is { } result)
        {
            CheckCovered(result.TypeName, method.ResultLocation(hasStatus: false, cancellation), index, report);
        }
    }

    private static void CheckOrder(IMethodSymbol method, Report report, CancellationToken cancellation)
    {
        if (method.Attribute(Names.InOrder) is { } own)
        {
            report(
                Descriptors.ImpossibleQueueSetting,
                own.Location(cancellation),
                "[InOrder]",
                method.Name,
                "orders webhook deliveries only; set JobOptions.Key where the job is enqueued"
            );
        }

        if (method.ContainingType.Attribute(Names.InOrder) is { } ofAll && IsFirstOfJobs(method))
        {
            report(Descriptors.OrderOfJobs, ofAll.Location(cancellation), method.ContainingType.Name);
        }
    }

    /// <summary>Whether it is the first method of a class that has jobs and no webhooks: what stands on the class is told once.</summary>
    private static bool IsFirstOfJobs(IMethodSymbol method)
    {
        var methods = method.ContainingType.GetMembers().OfType<IMethodSymbol>().ToArray();
        return !methods.Any(other => WebhookDeclaration.Of(other) is not null)
            && SymbolEqualityComparer.Default.Equals(methods.First(other => Find(other) is not null), method);
    }

    /// <summary>Two jobs of one name, or two methods for one type: nobody could say which one runs.</summary>
    private static void CheckOthers(
        IMethodSymbol method,
        AttributeData attribute,
        PluginIndex index,
        Report report,
        CancellationToken cancellation
    )
    {
        var names = JobName.AllOf(method, attribute).ToArray();
        foreach (var other in index.Jobs.TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, method)))
        {
            var theirs = Find(other)!;
            if (JobName.AllOf(other, theirs).FirstOrDefault(name => names.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } same)
            {
                report(
                    Descriptors.JobName,
                    attribute.ArgumentLocation("Name", cancellation) ?? method.Location(),
                    same,
                    method.Name,
                    $"is that of '{other.ToTarget()}' too"
                );
                return;
            }

            if (
                method.Attribute(Names.Job) is not null
                && other.Attribute(Names.Job) is not null
                && other.Parameters.Length > 0
                && SymbolEqualityComparer.Default.Equals(other.Parameters[0].Type, method.Parameters[0].Type)
            )
            {
                report(
                    Descriptors.UnusableJob,
                    method.Location(),
                    method.Name,
                    $"'{other.ToTarget()}' runs jobs of the type '{method.Parameters[0].Type.Name}' too"
                );
                return;
            }
        }
    }

    private static void CheckCovered(string type, Location? location, PluginIndex index, Report report)
    {
        // One form, whichever contexts are added later.
        HandlerChecks.CheckContexts(type, type, location, index, report);
    }
}
