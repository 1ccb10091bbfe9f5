namespace Hooklatch.Generators.FromJson;

/// <summary>A collection that the elements of one array fill.</summary>
/// <param name="Owner">The parameter that the collection is, or is part of.</param>
/// <param name="Field">The field that gathers the elements.</param>
/// <param name="Target">The field that takes the collection.</param>
/// <param name="Alternative">Which alternative of the path leads here.</param>
/// <param name="Collection">The collection.</param>
internal sealed record JsonTrieList(JsonValueModel Owner, string Field, string Target, int Alternative, JsonCollectionModel Collection)
{
    /// <summary>Whether an absent element is an empty collection, because the path says <c>[*]</c> there.</summary>
    public bool HasEmptyElements { get; set; }
}
