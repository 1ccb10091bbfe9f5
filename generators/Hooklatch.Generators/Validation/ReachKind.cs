namespace Hooklatch.Generators.Validation;

internal enum ReachKind
{
    /// <summary>The value is the object.</summary>
    Members,

    /// <summary>The value is a collection.</summary>
    Items,

    /// <summary>The value is a dictionary.</summary>
    Entries,
}
