using Hooklatch.Storage;

namespace Hooklatch.Tests.Storage;

/// <summary>A file is there whole or not at all, and nobody else can read it.</summary>
public sealed class DurableFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.PathOf("file");

    private string Aside => _folder.PathOf("aside");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_is_created_for_its_owner_alone()
    {
        _folder.Write("aside", "left by a host that ended too early");

        await CreateAsync("content"u8.ToArray());

        Assert.Equal("content", await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken));
        Assert.Equal([Path], Directory.GetFileSystemEntries(_folder.Path));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
        }
    }

    [Fact]
    public async Task A_file_is_not_written_over_another()
    {
        _folder.Write("file", "the first");

        await Assert.ThrowsAsync<IOException>(() => CreateAsync("the second"u8.ToArray()));

        Assert.Equal("the first", await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken));
        Assert.Equal([Path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Who_leaves_while_it_is_written_leaves_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            DurableFile.CreateAsync(Path, Aside, "content"u8.ToArray(), new CancellationToken(canceled: true))
        );

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task What_cannot_be_written_is_an_error_and_what_is_in_the_way_stays()
    {
        Directory.CreateDirectory(Aside);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => CreateAsync("content"u8.ToArray()));

        Assert.Equal([Aside], Directory.GetFileSystemEntries(_folder.Path));
    }

    private Task CreateAsync(byte[] content) => DurableFile.CreateAsync(Path, Aside, content, TestContext.Current.CancellationToken);
}
