using System.Collections;
using System.Text;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Tests.Operation;

/// <summary>Files in memory that change when a test says so.</summary>
internal sealed class ChangingFiles : IFileProvider
{
    private readonly Dictionary<string, string?> _files = new(StringComparer.Ordinal);
    private CancellationTokenSource _change = new();

    public bool Exists { get; set; } = true;

    /// <summary>Writes a file and tells who watches; <see langword="null"/> for one that cannot be opened.</summary>
    public void Write(string name, string? content)
    {
        _files[name] = content;
        Change();
    }

    public void Delete(string name)
    {
        _files.Remove(name);
        Change();
    }

    /// <summary>What those who watch throw, nobody hears, as with files of the system.</summary>
    public void Change()
    {
        var change = Interlocked.Exchange(ref _change, new CancellationTokenSource());
        try
        {
            change.Cancel();
        }
        catch (AggregateException)
        {
            // See above.
        }
    }

    public IFileInfo GetFileInfo(string subpath) => new MemoryFile(subpath, _files);

    public IDirectoryContents GetDirectoryContents(string subpath) =>
        new Contents(Exists, [.. _files.Keys.Select(name => new MemoryFile(name, _files))]);

    public IChangeToken Watch(string filter) => new CancellationChangeToken(_change.Token);

    private sealed record Contents(bool Exists, IReadOnlyList<IFileInfo> Files) : IDirectoryContents
    {
        public IEnumerator<IFileInfo> GetEnumerator() => Files.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class MemoryFile(string name, Dictionary<string, string?> files) : IFileInfo
    {
        public bool Exists => files.ContainsKey(name);

        public long Length => Encoding.UTF8.GetByteCount(files[name] ?? "");

        public string? PhysicalPath => null;

        public string Name => name;

        public DateTimeOffset LastModified => default;

        public bool IsDirectory => false;

        public Stream CreateReadStream() =>
            files[name] is { } content ? new MemoryStream(Encoding.UTF8.GetBytes(content)) : throw new UnauthorizedAccessException(name);
    }
}
