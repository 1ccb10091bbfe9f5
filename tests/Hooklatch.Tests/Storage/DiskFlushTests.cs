using System.IO.Pipes;
using Hooklatch.Storage;
using Microsoft.Win32.SafeHandles;

namespace Hooklatch.Tests.Storage;

/// <summary>What a system could not write is said, which .NET does not say on Unix.</summary>
public sealed class DiskFlushTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_lies_on_no_disk_cannot_be_written_to_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A pipe of Windows can be flushed.");
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        using var handle = new SafeFileHandle(pipe.SafePipeHandle.DangerousGetHandle(), ownsHandle: false);

        // No error for the framework, which says nothing of the others either.
        RandomAccess.FlushToDisk(handle);
        var error = Assert.Throws<IOException>(() => DiskFlush.File(handle, "the pipe"));

        Assert.Contains("'the pipe'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Invalid argument", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_open_cannot_be_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Handles of Windows are no numbers in turn.");
        using var none = new SafeFileHandle(int.MaxValue, ownsHandle: false);

        var error = Assert.Throws<IOException>(() => DiskFlush.File(none, "nothing"));

        Assert.Contains("Bad file descriptor", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_and_its_directory_are_written()
    {
        using var file = File.OpenHandle(_folder.PathOf("file"), FileMode.CreateNew, FileAccess.Write);
        RandomAccess.Write(file, "content"u8, 0);

        DiskFlush.File(file, _folder.PathOf("file"));
        DiskFlush.Directory(_folder.Path);
    }

    [Fact]
    public void A_directory_that_is_not_there_is_an_error()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps names by itself.");

        var error = Assert.Throws<IOException>(() => DiskFlush.Directory(_folder.PathOf("ünknown")));

        Assert.Contains(_folder.PathOf("ünknown"), error.Message, StringComparison.Ordinal);
        Assert.Contains("No such file or directory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_that_was_written_is_closed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lists the descriptors of a process.");

        DiskFlush.Directory(_folder.Path);

        Assert.DoesNotContain(Directory.GetFileSystemEntries("/proc/self/fd"), entry => new FileInfo(entry).LinkTarget == _folder.Path);
    }
}
