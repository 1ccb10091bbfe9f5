using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Hooklatch.Packages.Tests;

/// <summary>docs/getting-started.md is true: its commands, as they stand there, in an empty directory.</summary>
public sealed partial class GettingStartedTests(PackedFeed feed)
{
    private const int Port = 8080;

    [Fact]
    public async Task Its_commands_lead_from_an_empty_directory_to_a_verified_delivery()
    {
        Component.Require("bash");
        Component.Require("curl");
        Component.Require("clang", "gcc");
        await RequireOpenSslAsync();
        RequirePort();
        using var workplace = new Workplace(feed);

        // If a command fails, what runs in the background ends too.
        var script = "trap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n" + string.Concat(Blocks());
        var run = await Sdk.RunAsync("bash", workplace.Folder.Path, ["-euo", "pipefail", "-c", script], workplace.Environment);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Matches(@"succeeded: 3\b", run.Output);
        Assert.Contains("Thank you, octo/hello", run.Output, StringComparison.Ordinal);
        Assert.Contains("status 403\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\bwarning [A-Z]+\d+", run.Output);
    }

    [Fact]
    public void It_has_the_commands_that_the_test_runs()
    {
        var blocks = Blocks();

        Assert.Equal(6, blocks.Length);
        Assert.StartsWith("dotnet new install Hooklatch.Templates\n", blocks[0], StringComparison.Ordinal);
        Assert.All(blocks[^2..], block => Assert.Contains($":{Port}/", block, StringComparison.Ordinal));
    }

    private static string[] Blocks() =>
        [
            .. Block
                .Matches(File.ReadAllText(Repository.PathOf("docs", "getting-started.md")).ReplaceLineEndings("\n"))
                .Select(match => match.Groups[1].Value),
        ];

    /// <summary>Not every openssl knows --version.</summary>
    private static async Task RequireOpenSslAsync()
    {
        var found = await ChildProcess.RunAsync("bash", ["-c", "openssl version"], Repository.Root, TestContext.Current.CancellationToken);
        if (found.ExitCode != 0)
        {
            Component.Missing("This test needs openssl, which this machine does not have.");
        }
    }

    /// <summary>The page names a port, and another program may have it.</summary>
    private static void RequirePort()
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, Port);
            listener.Start();
        }
        catch (SocketException)
        {
            Component.Missing($"This test needs port {Port}, which another program has.");
        }
    }

    [GeneratedRegex("^```shell\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block { get; }
}
