using System.IO.Pipelines;
using Hooklatch.Bodies;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Tests.Bodies;

/// <summary>A body reader with a spool directory and a budget of its own, and the means to see what it leaves behind.</summary>
internal sealed class ReadingRoom : IDisposable
{
    private readonly DirectoryInfo _spool = Directory.CreateTempSubdirectory("hooklatch-test-");

    /// <param name="inFreeMemory">What may stay in memory while most of it is free; by default no more than when little is.</param>
    public ReadingRoom(
        BodyLimits? limits = null,
        TimeProvider? time = null,
        long memory = 64 << 20,
        long disk = 256 << 20,
        int inFreeMemory = 0
    )
    {
        Limits = (limits ?? BodyLimits.Default) with { SpoolDirectory = _spool.FullName, MaxInFreeMemory = inFreeMemory };
        Budget = new BodyBudget(memory, disk);
        Share = Budget.CreateShare();
        Time = time ?? TimeProvider.System;
        Reader = new BodyReader(Limits, Share, Time);
    }

    public BodyLimits Limits { get; }

    public BodyBudget Budget { get; }

    public BodyBudget.Share Share { get; }

    public TimeProvider Time { get; }

    public BodyReader Reader { get; }

    public int FilesLeft => _spool.GetFileSystemInfos().Length;

    /// <summary>Descriptors of this process on files of this room, deleted ones included.</summary>
    public int DescriptorsLeft => Directory.GetFiles("/proc/self/fd").Count(IsOurs);

    public ValueTask<BodyReadResult> ReadAsync(PipeReader body, long? declared = null, IBodyHasher? hasher = null) =>
        ReadAsync(Requests.With(body, declared), hasher);

    public ValueTask<BodyReadResult> ReadAsync(HttpContext http, IBodyHasher? hasher = null) =>
        Reader.ReadAsync(http, hasher, TestContext.Current.CancellationToken);

    public async Task<WebhookBody> ReadBodyAsync(params byte[][] segments)
    {
        var result = await ReadAsync(Requests.Arrived(segments));
        Assert.Equal(BodyFailure.None, result.Failure);
        return result.Body!;
    }

    public void AssertNothingHeld()
    {
        Assert.Equal(0, Budget.MemoryInUse);
        Assert.Equal(0, Budget.DiskInUse);
        Assert.Equal(0, FilesLeft);
        if (OperatingSystem.IsLinux())
        {
            Assert.Equal(0, DescriptorsLeft);
        }
    }

    public void Dispose() => _spool.Delete(recursive: true);

    private bool IsOurs(string descriptor)
    {
        try
        {
            return new FileInfo(descriptor).LinkTarget?.StartsWith(_spool.FullName, StringComparison.Ordinal) == true;
        }
        catch (IOException)
        {
            return false; // closed in the meantime, so it is some other test's
        }
    }
}
