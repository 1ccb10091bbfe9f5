using System.Text.Json;

namespace Hooklatch.AotTests;

/// <summary>GitHub's example payloads, signed by GitHub's own library (tests/interop).</summary>
internal static class OctokitDeliveries
{
    private static readonly string Folder = Repository.PathOf("tests", "interop");

    public static async Task<IReadOnlyList<GitHubDelivery>> SignedWithAsync(string secret)
    {
        Component.Require("node");
        await InstallAsync(TestContext.Current.CancellationToken);
        var node = await ChildProcess.RunAsync("node", ["deliveries.mjs", secret], Folder, TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, node.Errors);
        return [.. node.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
    }

    private static async Task InstallAsync(CancellationToken cancellationToken)
    {
        using var alone = await CrossProcessLock.TakeAsync("npm", cancellationToken);
        if (Directory.Exists(Path.Combine(Folder, "node_modules", "@octokit")))
        {
            return;
        }
        Component.Require("npm");
        var npm = await ChildProcess.RunAsync("npm", ["ci", "--no-audit", "--no-fund"], Folder, cancellationToken);
        if (npm.ExitCode != 0)
        {
            Component.Missing("This test needs the packages of tests/interop, and npm could not install them: " + npm.Errors);
        }
    }

    private static GitHubDelivery Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        return new GitHubDelivery(
            json.RootElement.GetProperty("event").GetString()!,
            json.RootElement.GetProperty("body").GetBytesFromBase64(),
            json.RootElement.GetProperty("signature").GetString()!
        );
    }
}
