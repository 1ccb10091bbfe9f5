namespace Hooklatch.AotTests.Faults;

/// <summary>
/// The database and its write-ahead log as a disk has them: what was written is there once a flush of its file has succeeded. What a flush failed for is never
/// there, unless it is written once more, since a system takes it for written (fsyncgate).
/// </summary>
/// <param name="folder">Where the files are kept.</param>
/// <param name="keeps">Whether a write that nobody has flushed has come to the disk all the same, at a power cut.</param>
internal sealed class DurableFiles(string folder, Func<bool> keeps)
{
    private static readonly string[] Names = ["inbox.db", "inbox.db-wal"];

    private readonly List<WriteLog.Record>[] _pending =
    [
        [],
        [],
    ];

    public string Database => Path.Combine(folder, Names[0]);

    public void Apply(WriteLog.Record record)
    {
        switch (record.What)
        {
            case 'W' or 'T':
                _pending[record.File].Add(record);
                break;
            case 'F':
                Write(folder, record.File, _pending[record.File]);
                _pending[record.File].Clear();
                break;
            case 'E':
                _pending[record.File].Clear();
                break;
            default:
                break;
        }
    }

    /// <summary>The power is cut: a copy of what is on the disk now.</summary>
    /// <param name="into">Where the copy is made.</param>
    /// <returns>The database.</returns>
    public string Cut(string into)
    {
        Directory.CreateDirectory(into);
        for (var file = 0; file < Names.Length; file++)
        {
            var (from, to) = (Path.Combine(folder, Names[file]), Path.Combine(into, Names[file]));
            if (File.Exists(from))
            {
                File.Copy(from, to, overwrite: true);
            }
            else
            {
                File.Delete(to);
            }

            Write(into, file, [.. _pending[file].Where(_ => keeps())]);
        }

        // What is shared by processes of one machine does not outlast it.
        File.Delete(Path.Combine(into, "inbox.db-shm"));
        return Path.Combine(into, Names[0]);
    }

    private static void Write(string folder, int file, List<WriteLog.Record> records)
    {
        if (records.Count == 0)
        {
            return;
        }

        using var stream = new FileStream(Path.Combine(folder, Names[file]), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        foreach (var record in records)
        {
            if (record.What == 'T')
            {
                stream.SetLength(record.At);
            }
            else
            {
                stream.Position = record.At;
                stream.Write(record.Bytes.Span);
            }
        }
    }
}
