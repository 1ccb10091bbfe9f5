using System.Text;
using Hooklatch.Inbox.Running;

namespace Hooklatch.Inbox.Jobs;

/// <inheritdoc cref="IPluginKeyValueStore"/>
internal sealed class PluginKeyValueStore(string plugin, InboxStore store) : IPluginKeyValueStore
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public ValueTask<KeyValue?> GetAsync(KeyValueScope scope, string key, CancellationToken cancellationToken) =>
        store.Inner.GetValueAsync(KeyOf(scope, key), cancellationToken);

    public async ValueTask<long> SetAsync(
        KeyValueScope scope,
        string key,
        ReadOnlyMemory<byte> value,
        TimeSpan? expiresIn,
        CancellationToken cancellationToken
    ) => (await SetAsync(scope, key, version: null, value, expiresIn, cancellationToken))!.Value;

    public ValueTask<long?> CompareAndSetAsync(
        KeyValueScope scope,
        string key,
        long version,
        ReadOnlyMemory<byte> value,
        TimeSpan? expiresIn,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(version);
        return SetAsync(scope, key, version, value, expiresIn, cancellationToken);
    }

    public ValueTask<bool> DeleteAsync(KeyValueScope scope, string key, CancellationToken cancellationToken) =>
        store.Inner.DeleteValueAsync(KeyOf(scope, key), cancellationToken);

    private ValueTask<long?> SetAsync(
        KeyValueScope scope,
        string key,
        long? version,
        ReadOnlyMemory<byte> value,
        TimeSpan? expiresIn,
        CancellationToken cancellation
    )
    {
        if (value.Length > IPluginKeyValueStore.MaxValueLength)
        {
            throw new ArgumentException($"A value has at most {IPluginKeyValueStore.MaxValueLength} bytes.", nameof(value));
        }

        return expiresIn is { } lifetime && (lifetime <= TimeSpan.Zero || lifetime > TimeSpan.FromDays(36_500))
            ? throw new ArgumentOutOfRangeException(
                nameof(expiresIn),
                expiresIn,
                "A value stays for more than no time, and at most 36,500 days."
            )
            : store.Inner.SetValueAsync(KeyOf(scope, key), value, expiresIn, version, cancellation);
    }

    private ValueKey KeyOf(KeyValueScope scope, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        // Half of a character would be another one where it is stored, and meet others there.
        _ = Strict.GetByteCount(key) + Strict.GetByteCount(scope.ToString());
        return key.Length <= IPluginKeyValueStore.MaxKeyLength
            ? new(plugin, scope.ToString(), key)
            : throw new ArgumentException($"A key has at most {IPluginKeyValueStore.MaxKeyLength} characters.", nameof(key));
    }
}
