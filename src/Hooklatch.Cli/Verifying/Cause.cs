namespace Hooklatch.Cli.Verifying;

/// <summary>A probable cause of a refusal.</summary>
/// <param name="Code">A short name for scripts: <c>rewrittenJson</c>.</param>
/// <param name="Text">The same for people.</param>
internal sealed record Cause(string Code, string Text);
