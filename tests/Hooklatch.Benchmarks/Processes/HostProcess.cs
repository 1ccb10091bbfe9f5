using System.Diagnostics;
using System.Text;

namespace Hooklatch.Benchmarks.Processes;

/// <summary>A server that runs until it is disposed of.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private HostProcess(Process process, Uri address, TimeSpan startUp) => (_process, Address, StartUp) = (process, address, startUp);

    public int Id => _process.Id;

    public Uri Address { get; }

    /// <summary>From the start of the process to the first answer.</summary>
    public TimeSpan StartUp { get; }

    /// <summary>Starts a server that was told its port, and waits for its first answer, whatever that is.</summary>
    public static async Task<HostProcess> StartAsync(int port, string program, string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Path.GetDirectoryName(program) is { Length: > 0 } folder ? folder : Environment.CurrentDirectory,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var printed = new StringBuilder();
        process.OutputDataReceived += (_, line) => Keep(printed, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(printed, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        while (!await RawClient.AnswersAsync(address))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > Timeout)
            {
                throw new InvalidOperationException($"{program} does not answer:\n{printed}");
            }
        }

        return new HostProcess(process, address, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Starts one of our own hosts on a free port.</summary>
    public static Task<HostProcess> StartAsync(string binary, params string[] settings)
    {
        var port = FreePort.Next();
        return StartAsync(port, binary, ["--urls", $"http://127.0.0.1:{port}", .. settings]);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static void Keep(StringBuilder printed, string? line)
    {
        lock (printed)
        {
            printed.AppendLine(line);
        }
    }
}
