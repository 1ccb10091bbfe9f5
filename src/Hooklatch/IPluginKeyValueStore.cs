namespace Hooklatch;

/// <summary>
/// Small values that the plugin which takes it keeps over restarts, on the database of the inbox: a cursor, a token, what a chat has chosen. A handler, and every
/// class that generated code builds, takes it as a parameter; elsewhere it is the service with the plugin's key. It needs a store, such as the package
/// Hooklatch.Sqlite. Files belong to <see cref="IPluginStorage"/>.
/// </summary>
/// <remarks>
/// What a method has returned is on stable storage. All methods throw <see cref="ArgumentException"/> for a key that is empty or longer than
/// <see cref="MaxKeyLength"/>, and <see cref="InboxUnavailableException"/> while the store cannot be used.
/// </remarks>
public interface IPluginKeyValueStore
{
    /// <summary>The longest key: 200 UTF-16 code units.</summary>
    const int MaxKeyLength = 200;

    /// <summary>The longest value: 64 KiB.</summary>
    const int MaxValueLength = 64 << 10;

    /// <summary>Reads a value; <see langword="null"/> where there is none, or it has expired.</summary>
    ValueTask<KeyValue?> GetAsync(KeyValueScope scope, string key, CancellationToken cancellationToken = default);

    /// <summary>Writes a value, whatever there was.</summary>
    /// <param name="scope">Whose it is.</param>
    /// <param name="key">Its key.</param>
    /// <param name="value">The bytes, at most <see cref="MaxValueLength"/>.</param>
    /// <param name="expiresIn">How long it stays; for ever where it is <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the wait; the value may be written after all.</param>
    /// <returns>Its version.</returns>
    /// <exception cref="InvalidOperationException">The plugin's values would take more than <c>Hooklatch:Inbox:MaxValueBytes</c>.</exception>
    ValueTask<long> SetAsync(
        KeyValueScope scope,
        string key,
        ReadOnlyMemory<byte> value,
        TimeSpan? expiresIn = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Writes a value if nobody has changed it since it was read.</summary>
    /// <param name="scope">Whose it is.</param>
    /// <param name="key">Its key.</param>
    /// <param name="version">The version that was read; 0 where there was none.</param>
    /// <param name="value">The bytes, at most <see cref="MaxValueLength"/>.</param>
    /// <param name="expiresIn">How long it stays; for ever where it is <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the wait; the value may be written after all.</param>
    /// <returns>Its new version; <see langword="null"/> where it has another one by now, and nothing was written.</returns>
    /// <exception cref="InvalidOperationException">The plugin's values would take more than <c>Hooklatch:Inbox:MaxValueBytes</c>.</exception>
    ValueTask<long?> CompareAndSetAsync(
        KeyValueScope scope,
        string key,
        long version,
        ReadOnlyMemory<byte> value,
        TimeSpan? expiresIn = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Deletes a value.</summary>
    /// <returns>Whether there was one.</returns>
    ValueTask<bool> DeleteAsync(KeyValueScope scope, string key, CancellationToken cancellationToken = default);
}
