using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Hooklatch.Json;

/// <summary>
/// The names in the objects that are open, so that one pass over a document finds a name that an object repeats. A name is noted by a hash of
/// it; what is alike is compared when the object ends. It takes 12 bytes for each name of the open objects.
/// </summary>
/// <remarks>
/// What a sender can make alike costs no more than other names do: short names are hashed cheaply and compared at once, and wherever there are
/// many or long ones the hash depends on the key of the process.
/// </remarks>
internal sealed class JsonNames
{
    /// <summary>Names up to this length are hashed by their first and last bytes, and are compared in no time.</summary>
    private const int ShortName = 32;

    /// <summary>Up to so many names are compared with one another; more are sorted.</summary>
    private const int FewNames = 128;

    private const int StackLimit = 256;

    /// <summary>What is kept for the next document.</summary>
    private const int MaxKept = 4096;

    [ThreadStatic]
    private static JsonNames? _kept;

    /// <summary>Where the names of each open object begin. One that is walked and then passed over is open twice.</summary>
    private readonly int[] _firsts = new int[2 * (Http.WebhookJson.MaxDepth + 1)];
    private ulong[] _hashes = new ulong[64];
    private int[] _starts = new int[64];
    private int _count;
    private int _open;

    /// <summary>Takes an empty one for a document.</summary>
    public static JsonNames Rent()
    {
        var names = _kept ?? new JsonNames();
        _kept = null;
        (names._count, names._open) = (0, 0);
        return names;
    }

    /// <summary>Gives it back, whatever it holds.</summary>
    public void Return()
    {
        if (_hashes.Length <= MaxKept)
        {
            _kept = this;
        }
    }

    /// <summary>Begins an object.</summary>
    public void Open() => _firsts[_open++] = _count;

    /// <summary>Notes a name of the innermost object.</summary>
    /// <param name="json">The document.</param>
    /// <param name="start">Behind the name's opening quote.</param>
    /// <param name="end">The name's closing quote.</param>
    /// <param name="isPlain">Whether the name is written without escapes.</param>
    public void Add(ReadOnlySpan<byte> json, int start, int end, bool isPlain)
    {
        if (_count == _hashes.Length)
        {
            Array.Resize(ref _hashes, 2 * _count);
            Array.Resize(ref _starts, 2 * _count);
        }

        _hashes[_count] = isPlain ? HashOf(json[start..end]) : HashOfEscaped(json, start, end - start, hasMany: false);
        _starts[_count++] = start;
    }

    /// <summary>Ends the innermost object.</summary>
    /// <param name="json">The document.</param>
    /// <returns>Whether it has a name twice.</returns>
    public bool Close(ReadOnlySpan<byte> json)
    {
        var first = _firsts[--_open];
        var count = _count - first;
        _count = first;
        if (count < 2)
        {
            return false;
        }

        var hashes = _hashes.AsSpan(first, count);
        if (count <= 64)
        {
            // As many different bits as names: none is alike.
            var bits = 0UL;
            foreach (var hash in hashes)
            {
                bits |= 1UL << (int)(hash >> 58);
            }

            if (BitOperations.PopCount(bits) == count)
            {
                return false;
            }
        }

        return count <= FewNames ? HasRepeated(json, hashes, _starts.AsSpan(first, count)) : HasRepeatedAmongMany(json, first, count);
    }

    private static bool HasRepeated(ReadOnlySpan<byte> json, ReadOnlySpan<ulong> hashes, ReadOnlySpan<int> starts)
    {
        for (var i = 1; i < hashes.Length; i++)
        {
            var before = hashes[..i];
            var at = before.IndexOf(hashes[i]);
            while (at >= 0)
            {
                if (AreEqual(json, starts[at], starts[i]))
                {
                    return true;
                }

                var next = before[(at + 1)..].IndexOf(hashes[i]);
                at = next < 0 ? -1 : at + 1 + next;
            }
        }

        return false;
    }

    private bool HasRepeatedAmongMany(ReadOnlySpan<byte> json, int first, int count)
    {
        var hashes = _hashes.AsSpan(first, count);
        var starts = _starts.AsSpan(first, count);
        for (var i = 0; i < count; i++)
        {
            var name = NameAt(json, starts[i]);
            hashes[i] = IsEscaped(name) ? HashOfEscaped(json, starts[i], name.Length, hasMany: true) : KeyedHashOf(name);
        }

        hashes.Sort(starts);
        for (int i = 1, run = 0; i < count; i++)
        {
            run = hashes[i] == hashes[run] ? run : i;
            for (var other = run; other < i; other++)
            {
                if (AreEqual(json, starts[other], starts[i]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool AreEqual(ReadOnlySpan<byte> json, int start, int other)
    {
        var name = NameAt(json, start);
        var otherName = NameAt(json, other);
        if (!IsEscaped(name) && !IsEscaped(otherName))
        {
            return name.SequenceEqual(otherName);
        }

        var text = ArrayPool<byte>.Shared.Rent(name.Length + 1);
        var otherText = ArrayPool<byte>.Shared.Rent(otherName.Length + 1);
        var length = Unescape(json, start, name.Length, text);
        var areEqual = text.AsSpan(0, length).SequenceEqual(otherText.AsSpan(0, Unescape(json, other, otherName.Length, otherText)));
        ArrayPool<byte>.Shared.Return(text);
        ArrayPool<byte>.Shared.Return(otherText);
        return areEqual;
    }

    private static bool IsEscaped(ReadOnlySpan<byte> name) => name.Contains((byte)'\\');

    /// <summary>A name as it is written, which is known to be well-formed.</summary>
    private static ReadOnlySpan<byte> NameAt(ReadOnlySpan<byte> json, int start) => json[start..(JsonSyntax.String(json, start) - 1)];

    private static ulong HashOfEscaped(ReadOnlySpan<byte> json, int start, int length, bool hasMany)
    {
        var pooled = length < StackLimit ? null : ArrayPool<byte>.Shared.Rent(length + 1);
        var text = pooled is null ? stackalloc byte[StackLimit] : pooled;
        text = text[..Unescape(json, start, length, text)];
        var hash = hasMany ? KeyedHashOf(text) : HashOf(text);
        if (pooled is not null)
        {
            ArrayPool<byte>.Shared.Return(pooled);
        }

        return hash;
    }

    private static int Unescape(ReadOnlySpan<byte> json, int start, int length, Span<byte> text)
    {
        var reader = new Utf8JsonReader(json.Slice(start - 1, length + 2), isFinalBlock: true, default);
        reader.Read();
        return reader.CopyString(text);
    }

    private static ulong HashOf(ReadOnlySpan<byte> name)
    {
        const ulong Odd = 0x9E3779B97F4A7C15;
        if (name.Length > ShortName)
        {
            return KeyedHashOf(name);
        }

        ulong head = 0;
        ulong tail = 0;
        if (name.Length >= sizeof(ulong))
        {
            head = BinaryPrimitives.ReadUInt64LittleEndian(name);
            tail = BinaryPrimitives.ReadUInt64LittleEndian(name[^sizeof(ulong)..]);
        }
        else if (name.Length >= sizeof(uint))
        {
            head = BinaryPrimitives.ReadUInt32LittleEndian(name);
            tail = BinaryPrimitives.ReadUInt32LittleEndian(name[^sizeof(uint)..]);
        }
        else if (name.Length > 0)
        {
            head = name[0] | ((ulong)name[name.Length / 2] << 8) | ((ulong)name[^1] << 16);
        }

        return (BitOperations.RotateLeft(head * Odd, 32) + tail + (ulong)name.Length) * Odd;
    }

    /// <summary>The hash of text that the runtime takes for strings (Marvin), whose key is another in every process.</summary>
    private static ulong KeyedHashOf(ReadOnlySpan<byte> name)
    {
        var last = name.IsEmpty ? 0u : name[^1];
        var hash = (uint)string.GetHashCode(MemoryMarshal.Cast<byte, char>(name));
        return ((ulong)hash << 32) | (uint)(name.Length << 8) | last;
    }
}
