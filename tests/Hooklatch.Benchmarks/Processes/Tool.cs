using Hooklatch.Tests.Shared;

namespace Hooklatch.Benchmarks.Processes;

/// <summary>Programs that have to succeed.</summary>
internal static class Tool
{
    /// <summary>Runs a program in the repository's root and gives what it printed.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var run = await ChildProcess.RunAsync(program, arguments, Repository.Root, CancellationToken.None);
        return run.ExitCode == 0
            ? run.Output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed:\n{run.Output}{run.Errors}");
    }
}
