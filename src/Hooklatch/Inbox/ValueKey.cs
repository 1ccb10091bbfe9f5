namespace Hooklatch.Inbox;

/// <summary>Names a value that a plugin keeps.</summary>
/// <param name="Plugin">The plugin's key.</param>
/// <param name="Scope">Whose value it is, as <see cref="KeyValueScope"/> writes it; or <c>schedule</c> for what the worker itself notes.</param>
/// <param name="Key">The key within that.</param>
public readonly record struct ValueKey(string Plugin, string Scope, string Key);
