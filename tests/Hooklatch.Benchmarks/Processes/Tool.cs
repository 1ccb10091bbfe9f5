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

    /// <summary>Goes on only if every program is there.</summary>
    public static void Require(params string[] programs)
    {
        var folders = Environment.GetEnvironmentVariable("PATH")!.Split(':');
        var missing = programs.Where(program => !folders.Any(folder => File.Exists(Path.Combine(folder, program)))).ToList();
        if (missing is not [])
        {
            throw new InvalidOperationException($"This needs {string.Join(", ", missing)}, which this machine does not have.");
        }
    }
}
