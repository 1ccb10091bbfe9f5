using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Hooklatch.Generators.Checks;

/// <summary>Finds jobs that are enqueued and that no method runs.</summary>
internal static class EnqueueChecks
{
    private const string Method = "EnqueueAsync";

    /// <summary>Whether a file may enqueue something; the compiler remembers the answer until the file changes.</summary>
    public static readonly SyntaxTreeValueProvider<bool> MayOccurIn = new(tree =>
        tree.GetText().ToString().IndexOf(Method, StringComparison.Ordinal) >= 0
    );

    public static void Check(IInvocationOperation call, PluginIndex index, Report report)
    {
        var method = call.TargetMethod;
        if (
            method is not { Name: Method, TypeArguments: [INamedTypeSymbol job] }
            || !method.ContainingType.Is(Names.Jobs)
            || job.IsBroken()
            || index.Jobs.Any(other =>
                other.Attribute(Names.Job) is not null
                && other.Parameters.Length > 0
                && SymbolEqualityComparer.Default.Equals(other.Parameters[0].Type, job)
            )
        )
        {
            return;
        }

        report(Descriptors.NoJobOfType, call.Syntax.GetLocation(), job.Name);
    }
}
