namespace Hooklatch.Signing.Schemes;

/// <summary>A secret as bytes, and its number in the configuration.</summary>
internal readonly record struct HashKey(byte[] Bytes, int Index);
