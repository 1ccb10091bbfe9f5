namespace Hooklatch.Generators.Parameters;

/// <summary>Something that a parameter adds to its handler's description.</summary>
/// <param name="Member">The member of the runtime's <c>WebhookDescription</c>.</param>
/// <param name="Value">An expression for the value, or for an item of it.</param>
/// <param name="IsItem">Whether the member is a list, to which other parameters may add.</param>
internal readonly record struct DescribedMember(string Member, string Value, bool IsItem = true);
