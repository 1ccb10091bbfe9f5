using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Hosting;

/// <summary>The files of the directory of secrets: a type of its own, by which the source is recognised.</summary>
internal sealed class SecretFileProvider(string directory) : IFileProvider, IDisposable
{
    private readonly PhysicalFileProvider _files = new(Path.GetFullPath(directory));

    public IDirectoryContents GetDirectoryContents(string subpath) => _files.GetDirectoryContents(subpath);

    public IFileInfo GetFileInfo(string subpath) => _files.GetFileInfo(subpath);

    public IChangeToken Watch(string filter) => _files.Watch(filter);

    public void Dispose() => _files.Dispose();
}
