using Microsoft.CodeAnalysis;

namespace Hooklatch.CodeFixes;

/// <summary>One way to repair a finding.</summary>
/// <param name="Title">What it does, for people.</param>
/// <param name="Apply">Repairs the finding.</param>
/// <param name="Kind">What it has in common with the fixes of other findings that are applied together with it; none for its title.</param>
internal sealed record Fix(string Title, Func<Solution> Apply, string? Kind = null);
