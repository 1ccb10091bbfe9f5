using System.ComponentModel;
using Hooklatch.Configuration;
using Hooklatch.Plugins;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Verification;

/// <summary>A scheme with the place of its keys in a plugin's configuration.</summary>
/// <param name="plugin">The plugin.</param>
/// <param name="keyPath">The path of the secret or the public key; <see langword="null"/> where an <see cref="ISecretSource"/> knows it.</param>
/// <param name="scheme">The scheme.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KeyedScheme(PluginScope plugin, string? keyPath, SignatureScheme scheme)
{
    private LiveSecrets<SchemeKeys>? _keys;
    private SchemeKeys? _none;

    internal SignatureScheme Scheme => scheme;

    internal string? KeyPath => keyPath;

    /// <summary>The keys that are configured at this moment.</summary>
    internal SchemeKeys? Keys =>
        keyPath is null
            ? null
            : (_keys ??= new LiveSecrets<SchemeKeys>(plugin.Configuration, keyPath, scheme.Prepare, keepsPlaces: true)).Current;

    /// <summary>Keys that verify nothing, for all tenants that are not known.</summary>
    internal SchemeKeys None => _none ??= scheme.PrepareNone();
}
