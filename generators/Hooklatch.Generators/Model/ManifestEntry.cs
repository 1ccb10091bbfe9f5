namespace Hooklatch.Generators.Model;

/// <summary>What the manifest says of a handler: an edit of anything else leaves the manifest alone.</summary>
internal sealed record ManifestEntry(string ClassName, string Endpoint, EquatableArray<string> Methods, bool HasQueryToken);
