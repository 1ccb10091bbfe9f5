using System.Composition;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Jobs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hooklatch.CodeFixes;

/// <summary>HL0091: writes the last day of a month for one that it does not have.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class LastDayFix() : RewriteTextFix(Descriptors.Schedule)
{
    protected override string? Meant(string text)
    {
        var fields = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is not (5 or 6))
        {
            return null;
        }

        fields[fields.Length - 3] = "L";
        var meant = string.Join(" ", fields);
        return CronText.ProblemWith(meant) is null ? meant : null;
    }
}
