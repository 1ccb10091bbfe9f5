namespace Hooklatch.Generators.Parameters;

/// <summary>Something that a parameter adds to its handler's description.</summary>
/// <param name="Member">The member of the runtime's <c>WebhookDescription</c>: <c>Query</c> for what <c>AddQuery</c> adds to.</param>
/// <param name="Value">An expression for the value.</param>
internal readonly record struct DescribedMember(string Member, string Value);
