using System.Text;

namespace Hooklatch.Inbox;

/// <summary>Names a value that a plugin keeps.</summary>
/// <param name="Plugin">The plugin's key.</param>
/// <param name="Scope">Whose value it is, as <see cref="KeyValueScope"/> writes it; or <see cref="Schedules"/>.</param>
/// <param name="Key">The key within that.</param>
public readonly record struct ValueKey(string Plugin, string Scope, string Key)
{
    /// <summary>What the worker itself notes of a plugin's schedules.</summary>
    public const string Schedules = "schedule";

    /// <summary>What a value takes besides its bytes and those of its names, roughly.</summary>
    public const int Overhead = 100;

    /// <summary>What a value counts towards <see cref="InboxLimits.MaxValueBytes"/>, in bytes.</summary>
    /// <param name="length">How many bytes it has.</param>
    public long SizeOf(long length) => Encoding.UTF8.GetByteCount(Scope) + Encoding.UTF8.GetByteCount(Key) + length + Overhead;

    /// <summary>Whether it counts towards <see cref="InboxLimits.MaxValueBytes"/>: what the worker notes does not.</summary>
    public bool IsCounted => Scope != Schedules;
}
