using System.Text.Json;

namespace Hooklatch.Benchmarks.FromJson;

/// <summary>GitHub's example payloads as it would send them, from the packages of tests/interop.</summary>
internal static class GitHubPayloads
{
    /// <summary>As many as @octokit/webhooks-examples 7.6.1 holds: figures of fewer would be figures of something else.</summary>
    public const int Count = 329;

    private static readonly string Folder = Repository.PathOf("tests", "interop");

    public static byte[][] Load()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "@octokit")))
        {
            Run("npm", "ci", "--no-audit", "--no-fund");
        }

        byte[][] payloads = [.. Run("node", "deliveries.mjs", "unused").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(BodyOf)];
        return payloads.Length == Count
            ? payloads
            : throw new InvalidOperationException($"There are {payloads.Length} payloads instead of {Count}.");
    }

    private static string Run(string program, params string[] arguments)
    {
        var run = ChildProcess.RunAsync(program, arguments, Folder, CancellationToken.None).GetAwaiter().GetResult();
        return run.ExitCode == 0 ? run.Output : throw new InvalidOperationException(run.Errors);
    }

    private static byte[] BodyOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("body").GetBytesFromBase64();
    }
}
