namespace Hooklatch.Generators.Verification;

/// <summary>The field of a header that holds a signature, and how fields are written.</summary>
internal sealed record FieldModel(string Name, char ItemSeparator, char FieldSeparator);
