namespace Hooklatch.Generators.FromJson;

/// <summary>How the elements of an array are handed to the handler.</summary>
internal enum JsonCollectionKind
{
    Array,
    List,
    ImmutableArray,
}
