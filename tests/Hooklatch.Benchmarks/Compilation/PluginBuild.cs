using System.Diagnostics;
using System.Globalization;
using Hooklatch.Benchmarks.Processes;
using Hooklatch.Benchmarks.Scale;

namespace Hooklatch.Benchmarks.Compilation;

/// <summary>What the compiler needs for a project of 1,000 handlers, ours in turn with minimal APIs.</summary>
internal static class PluginBuild
{
    private const int Handlers = 1_000;

    /// <summary>As many as minimal APIs with types of their own take the compiler half a minute.</summary>
    private const int DifferentSignatures = 300;
    private const int Rounds = 2;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>By this in its environment a compiler is known as ours.</summary>
    private static readonly string Mark = $"HOOKLATCH_BENCHMARK={Environment.ProcessId}";

    /// <param name="earlier">Another checkout of this repository to compare with.</param>
    public static async Task<bool> RunAsync(string? earlier = null)
    {
        Environment.SetEnvironmentVariable(Mark.Split('=')[0], Mark.Split('=')[1]);
        string[] projects =
        [
            GeneratedHost.Plugin(Handlers),
            GeneratedHost.Plugin(Handlers, differ: true),
            GeneratedHost.MinimalApi(Handlers),
            GeneratedHost.Plugin(DifferentSignatures, differ: true),
            GeneratedHost.MinimalApi(DifferentSignatures, differ: true),
            .. earlier is null
                ? Array.Empty<string>()
                : [GeneratedHost.Plugin(Handlers, checkout: earlier), GeneratedHost.Plugin(Handlers, differ: true, checkout: earlier)],
        ];
        foreach (var project in projects)
        {
            await Tool.RunAsync("dotnet", "build", project, "-c", "Release");
        }

        Console.WriteLine("\n| handlers | the compiler's time | its peak memory |\n|---|---|---|");
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var project in projects)
            {
                var (time, peak) = await CompileAsync(project);
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {Path.GetFileName(project)} | {time.TotalSeconds:F1} s | {peak / 1024.0:F0} MiB |"
                    )
                );
            }
        }

        return true;
    }

    /// <summary>Compiles in a process of its own, so that no server's memory of the last build helps.</summary>
    private static async Task<(TimeSpan Time, long Peak)> CompileAsync(string project)
    {
        var build = Tool.RunAsync(
            "dotnet",
            "build",
            project,
            "-c",
            "Release",
            "--no-restore",
            "-t:Rebuild",
            "-p:BuildProjectReferences=false",
            "-p:UseSharedCompilation=false"
        );
        var (time, peak) = (TimeSpan.Zero, 0L);
        while (!build.IsCompleted)
        {
            if (Compiler() is { } compiler)
            {
                try
                {
                    time = ProcessTime.Of(compiler);
                    peak = ResidentMemory.PeakOf(compiler);
                }
                catch (Exception error) when (error is IOException or InvalidOperationException)
                {
                    // It ended in between.
                }
            }

            await Task.WhenAny(build, Task.Delay(Interval));
        }

        await build;
        return (time, peak);

        // The compiler is a program of its own or one that dotnet runs; either way the SDK calls it with /noconfig.
        static int? Compiler() =>
            Process
                .GetProcesses()
                .Select(process => (int?)process.Id)
                .FirstOrDefault(id => Read(id!.Value, "cmdline").Contains("/noconfig") && Read(id.Value, "environ").Contains(Mark));
    }

    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
