namespace Hooklatch.Generators.FromJson;

/// <summary>A value that is taken at one position.</summary>
/// <param name="Field">The field that takes it, such as <c>_messagesItems.Item</c>.</param>
/// <param name="Alternative">Which alternative of its path leads here.</param>
/// <param name="Item">How it is read.</param>
internal sealed record JsonTrieCapture(string Field, int Alternative, JsonItemModel Item);
