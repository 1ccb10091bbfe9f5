namespace Hooklatch.Generators.FromJson;

internal enum JsonProblemKind
{
    /// <summary>The path does not follow the grammar.</summary>
    MalformedPath,

    /// <summary>No value of this type can be read from JSON.</summary>
    UnsupportedType,

    /// <summary>The path yields a collection of more dimensions than the type has.</summary>
    CollectionExpected,
}
