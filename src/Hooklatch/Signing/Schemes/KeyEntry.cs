namespace Hooklatch.Signing.Schemes;

/// <summary>A key of a scheme as it is configured, without its value.</summary>
/// <param name="Index">Its place among the keys of its setting, from 0.</param>
/// <param name="IsKey">Whether it can be read as a key.</param>
internal readonly record struct KeyEntry(int Index, bool IsKey);
