using System.Buffers.Binary;

namespace Hooklatch.AotTests.Faults;

/// <summary>What faults.c has noted of a host: everything that was written and flushed, and every answer that says 2xx, in their order.</summary>
internal sealed record WriteLog(IReadOnlyList<WriteLog.Record> Records)
{
    private const int HeadLength = 16;

    public static async Task<WriteLog> ReadAsync(string path)
    {
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var records = new List<Record>();
        // A host that was killed may have written a part of the last one.
        for (var at = 0; at + HeadLength <= bytes.Length; )
        {
            var head = bytes.AsSpan(at, HeadLength);
            var length = BinaryPrimitives.ReadInt32LittleEndian(head[4..]);
            at += HeadLength;
            if (at + length > bytes.Length)
            {
                break;
            }

            var where = BinaryPrimitives.ReadInt64LittleEndian(head[8..]);
            records.Add(new((char)head[0], head[1], where, bytes.AsMemory(at, length)));
            at += length;
        }

        return new(records);
    }

    /// <param name="What"><c>W</c> written, <c>T</c> truncated, <c>F</c> flushed, <c>E</c> a flush that failed, <c>A</c> answered.</param>
    /// <param name="File">0 the database, 1 its write-ahead log.</param>
    /// <param name="At">Where it was written; the size after a truncation; the port of the client that was answered.</param>
    /// <param name="Bytes">What was written.</param>
    internal readonly record struct Record(char What, int File, long At, ReadOnlyMemory<byte> Bytes);
}
