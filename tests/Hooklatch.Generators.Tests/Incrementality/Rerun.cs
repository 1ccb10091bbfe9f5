using System.Reflection;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Tests.Fixture;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Tests.Incrementality;

/// <summary>Two runs of one driver with an edit between them.</summary>
internal sealed class Rerun(Generation before, Func<Compilation, Compilation> edit)
{
    private static readonly string[] Tracked = [.. typeof(Steps).GetFields().Select(step => (string)step.GetRawConstantValue()!)];

    /// <summary>The second run writes these files and no others; where it writes none, no step came to another result.</summary>
    public void Writes(params string[] files)
    {
        var after = before.After(edit);

        var written = after.Hooklatch.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs).Where(IsNew);
        Assert.Equal(
            files.Order(StringComparer.Ordinal),
            written.SelectMany(output => FilesOf(output.Value)).Order(StringComparer.Ordinal)
        );
        Assert.All(Changed(after), file => Assert.Contains(file, files));
        if (files.Length == 0)
        {
            Assert.All(Tracked.SelectMany(step => Outputs(after, step)), output => Assert.False(IsNew(output), $"{output}"));
        }
    }

    private static bool IsNew((object Value, IncrementalStepRunReason Reason) output) =>
        output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified;

    private static IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(Generation run, string step) =>
        run.Hooklatch.TrackedSteps.TryGetValue(step, out var runs) ? runs.SelectMany(tracked => tracked.Outputs) : [];

    private IEnumerable<string> Changed(Generation after) =>
        after.Files.Where(file => !before.Files.TryGetValue(file.Key, out var old) || old != file.Value).Select(file => file.Key);

    /// <summary>What an output step wrote is a pair of files and diagnostics, of types that Roslyn keeps to itself.</summary>
    private static IEnumerable<string> FilesOf(object output) =>
        ((System.Runtime.CompilerServices.ITuple)output)[0] is System.Collections.IEnumerable files
            ? files
                .Cast<object>()
                .Select(file =>
                    (string)
                        file.GetType()
                            .GetProperty("HintName", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)!
                            .GetValue(file)!
                )
            : [];
}
