using Hooklatch.Signing.Schemes;

namespace Hooklatch.Verification;

/// <summary>A configured key that cannot be read as one, so that it verifies nothing. Its value is told to nobody.</summary>
/// <param name="Path">The path of the setting in the plugin's configuration; empty where a tenant's source gave it.</param>
/// <param name="Entry">Its place among the keys of the setting, from 1.</param>
/// <param name="Form">How it should be written, to follow "as".</param>
internal sealed record UnreadableKey(string Path, int Entry, string Form)
{
    /// <summary>The keys that none of the schemes that read them can read: of several schemes with one setting, each may have keys of its own form.</summary>
    public static IEnumerable<UnreadableKey> In(KeyedScheme[] schemes, SchemeKeys[] keys) =>
        schemes
            .Select((keyed, i) => (Path: keyed.KeyPath ?? "", Form: keyed.Scheme.KeyForm, keys[i].Entries))
            .SelectMany(scheme => scheme.Entries.Select(entry => (scheme.Path, scheme.Form, entry.Index, entry.IsKey)))
            .GroupBy(entry => (entry.Path, entry.Index))
            .Where(same => !same.Any(entry => entry.IsKey))
            .Select(same => new UnreadableKey(
                same.Key.Path,
                same.Key.Index + 1,
                string.Join(" or ", same.Select(entry => entry.Form).Distinct())
            ));
}
