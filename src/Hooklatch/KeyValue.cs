namespace Hooklatch;

/// <summary>A value that a plugin keeps.</summary>
/// <param name="Value">The bytes. They are the caller's.</param>
/// <param name="Version">Grows with every change, also where the value was deleted between; never 0.</param>
/// <param name="ExpiresAt">When it is gone; <see langword="null"/> where it stays.</param>
public sealed record KeyValue(ReadOnlyMemory<byte> Value, long Version, DateTimeOffset? ExpiresAt);
