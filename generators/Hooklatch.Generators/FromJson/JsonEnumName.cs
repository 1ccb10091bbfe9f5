namespace Hooklatch.Generators.FromJson;

/// <summary>A name that a payload may use.</summary>
/// <param name="Text">The name in JSON.</param>
/// <param name="Member">The member as C# writes it, fully qualified.</param>
internal sealed record JsonEnumName(string Text, string Member);
