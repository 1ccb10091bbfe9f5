using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hooklatch;

/// <summary>Values as JSON, by the metadata of the plugin's own serializer context.</summary>
public static class PluginKeyValueStoreExtensions
{
    /// <summary>Reads a value; the default of its type where there is none.</summary>
    /// <exception cref="JsonException">What is there is not such a value.</exception>
    public static async ValueTask<T?> GetAsync<T>(
        this IPluginKeyValueStore store,
        KeyValueScope scope,
        string key,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        return await store.GetAsync(scope, key, cancellationToken) is { } found
            ? JsonSerializer.Deserialize(found.Value.Span, type)
            : default;
    }

    /// <summary>Writes a value, whatever there was.</summary>
    /// <returns>Its version.</returns>
    /// <exception cref="InvalidOperationException">The plugin's values would take more than they may.</exception>
    public static ValueTask<long> SetAsync<T>(
        this IPluginKeyValueStore store,
        KeyValueScope scope,
        string key,
        T value,
        JsonTypeInfo<T> type,
        TimeSpan? expiresIn = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.SetAsync(scope, key, JsonSerializer.SerializeToUtf8Bytes(value, type), expiresIn, cancellationToken);
    }
}
