using System.Text.RegularExpressions;

namespace Hooklatch.AotTests;

/// <summary>samples/SingleFile does what its README says, with the commands that stand there.</summary>
public sealed partial class SingleFileTests(SingleFileHost built) : IClassFixture<SingleFileHost>
{
    [Fact]
    public async Task A_delivery_is_answered_as_the_readme_says()
    {
        await RequireProgramsAsync();
        var (start, send, answer) = await ReadMeAsync();
        await using var host = await RunningHost.StartAsync(await built.BuildAsync(), [SecretIn(start)]);

        var sent = await SendAsync(send, host);

        Assert.Equal(answer, sent.Output);
        Assert.Equal("", sent.Errors);
    }

    [Fact]
    public async Task A_delivery_with_another_secret_is_rejected()
    {
        await RequireProgramsAsync();
        var (start, send, _) = await ReadMeAsync();
        await using var host = await RunningHost.StartAsync(await built.BuildAsync(), [SecretIn(start) + "2"]);

        var sent = await SendAsync(send, host);

        Assert.Contains("Invalid signature", sent.Output, StringComparison.Ordinal);
    }

    /// <summary>What the README's commands need; not every openssl knows --version.</summary>
    private static async Task RequireProgramsAsync()
    {
        Component.Require("bash");
        Component.Require("curl");
        var found = await ChildProcess.RunAsync("bash", ["-c", "openssl version"], Repository.Root, TestContext.Current.CancellationToken);
        if (found.ExitCode != 0)
        {
            Component.Missing("This test needs openssl, which this machine does not have.");
        }
    }

    private static async Task<(string Start, string Send, string Answer)> ReadMeAsync()
    {
        var text = await File.ReadAllTextAsync(
            Repository.PathOf("samples", "SingleFile", "README.md"),
            TestContext.Current.CancellationToken
        );
        var blocks = Block.Matches(text.ReplaceLineEndings("\n")).Select(match => match.Groups[1].Value).ToArray();
        Assert.Equal(3, blocks.Length);
        return (blocks[0], blocks[1], blocks[2]);
    }

    private static string SecretIn(string start) => Secret.Match(start).Value;

    private static async Task<ChildProcess> SendAsync(string commands, RunningHost host)
    {
        const string Url = "http://localhost:5080/";
        Assert.Contains(Url, commands, StringComparison.Ordinal);
        var script = commands.Replace(Url, host.Client.BaseAddress!.ToString(), StringComparison.Ordinal);
        return await ChildProcess.RunAsync("bash", ["-c", script], Repository.Root, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("^```(?:sh|text)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block { get; }

    [GeneratedRegex(@"--Plugins:\S+")]
    private static partial Regex Secret { get; }
}
