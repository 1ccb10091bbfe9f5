using System.Buffers.Binary;

namespace Hooklatch.Providers;

/// <summary>
/// The checksum of ISO 3309 that PayPal signs in place of the body, eight bytes at a time: byte by byte it would take longer than a hash.
/// </summary>
internal static class Crc32
{
    private const int Width = sizeof(ulong);

    /// <summary>What a byte adds, and what it adds when up to seven others follow it.</summary>
    private static readonly uint[][] Tables = CreateTables();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        var tables = Tables;
        for (; bytes.Length >= Width; bytes = bytes[Width..])
        {
            var low = crc ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[sizeof(uint)..]);
            crc =
                tables[7][(byte)low]
                ^ tables[6][(byte)(low >> 8)]
                ^ tables[5][(byte)(low >> 16)]
                ^ tables[4][low >> 24]
                ^ tables[3][(byte)high]
                ^ tables[2][(byte)(high >> 8)]
                ^ tables[1][(byte)(high >> 16)]
                ^ tables[0][high >> 24];
        }

        foreach (var value in bytes)
        {
            crc = tables[0][(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[][] CreateTables()
    {
        var tables = new uint[Width][];
        tables[0] = [.. Enumerable.Range(0, 256).Select(value => Entry((uint)value))];
        for (var i = 1; i < Width; i++)
        {
            tables[i] = Array.ConvertAll(tables[i - 1], entry => (entry >> 8) ^ tables[0][(byte)entry]);
        }

        return tables;
    }

    private static uint Entry(uint value)
    {
        const uint Polynomial = 0xEDB88320;
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
        }

        return value;
    }
}
