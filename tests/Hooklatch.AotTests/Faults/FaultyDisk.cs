using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace Hooklatch.AotTests.Faults;

/// <summary>What a host's inbox lies on, failing where a test says so: faults.c, compiled once and loaded before the host.</summary>
internal sealed class FaultyDisk : IDisposable
{
    // As in <errno.h>.
    public const int InputOutputError = 5;
    public const int NoSpace = 28;

    private static readonly SemaphoreSlim Once = new(1);
    private static string? _library;

    private readonly TemporaryFolder _folder = new();
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _control;
    private readonly string _path;

    private FaultyDisk(string library)
    {
        _path = _folder.PathOf("control");
        File.WriteAllBytes(_path, new byte[64]);
        _file = MemoryMappedFile.CreateFromFile(_path, FileMode.Open);
        _control = _file.CreateViewAccessor();
        Program = ["env", $"LD_PRELOAD={library}", $"HOOKLATCH_FAULTS={_path}"];
    }

    /// <summary>What starts a host on this disk.</summary>
    public string[] Program { get; }

    /// <summary>What starts a host on this disk, with a record of everything that is written (<see cref="WriteLog"/>).</summary>
    public string[] ProgramWithLog => [.. Program, $"HOOKLATCH_FAULT_LOG={LogPath}"];

    public string LogPath => _folder.PathOf("log");

    /// <summary>How many calls have failed or waited.</summary>
    public long Injected => _control.ReadInt64(16);

    /// <summary>The error of each write; 0 for none.</summary>
    public int WriteError
    {
        set => _control.Write(0, value);
    }

    /// <summary>The error of each flush; 0 for none.</summary>
    public int FlushError
    {
        set => _control.Write(4, value);
    }

    /// <summary>Whether a flush does not return.</summary>
    public bool IsFrozen
    {
        set => _control.Write(8, value ? 1 : 0);
    }

    /// <summary>Each flush of this number fails; 0 for none.</summary>
    public int EachFlushToFail
    {
        set => _control.Write(12, value);
    }

    public static async Task<FaultyDisk> CreateAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The loader of Linux puts a library before others.");
        Component.Require("gcc");
        await Once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return new FaultyDisk(_library ??= await CompileAsync());
        }
        finally
        {
            Once.Release();
        }
    }

    public void Dispose()
    {
        _control.Dispose();
        _file.Dispose();
        _folder.Dispose();
    }

    private static async Task<string> CompileAsync()
    {
        var library = Path.Combine(AppContext.BaseDirectory, $"faults-{RuntimeInformation.ProcessArchitecture}.so");
        var run = await ChildProcess.RunAsync(
            "gcc",
            ["-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", library, "faults.c", "-ldl", "-lpthread"],
            Path.Combine(AppContext.BaseDirectory, "Faults"),
            TestContext.Current.CancellationToken
        );
        Assert.True(run.ExitCode == 0, run.Errors);
        return library;
    }
}
