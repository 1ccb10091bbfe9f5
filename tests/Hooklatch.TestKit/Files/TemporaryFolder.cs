namespace Hooklatch.TestKit.Files;

/// <summary>A folder outside the repository that ends with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hooklatch-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public string PathOf(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }
}
