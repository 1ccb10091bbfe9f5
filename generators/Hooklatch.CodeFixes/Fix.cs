using Microsoft.CodeAnalysis;

namespace Hooklatch.CodeFixes;

/// <summary>One way to repair a finding.</summary>
internal sealed record Fix(string Title, Func<Solution> Apply);
