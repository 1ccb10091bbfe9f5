using System.Diagnostics;

namespace Hooklatch.TestKit.Processes;

/// <summary>Runs a program to its end and keeps what it wrote.</summary>
internal sealed record ChildProcess(int ExitCode, string Output, string Errors)
{
    public static async Task<ChildProcess> RunAsync(string program, string[] arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new ChildProcess(process.ExitCode, await output, await errors);
    }
}
