using System.Text.RegularExpressions;

namespace Hooklatch.AotTests.Faults;

/// <summary>The native sample host and its queued endpoint.</summary>
internal static partial class QueuedSample
{
    /// <summary>The longer way of tests that have one: <c>HOOKLATCH_SOAK=1</c>.</summary>
    public static readonly bool IsSoak = Environment.GetEnvironmentVariable("HOOKLATCH_SOAK") == "1";

    public static QueuedPushes Pushes() => new("/api/plugin/dev.sample_webhook/webhook/github_queued", Handled);

    /// <summary>The settings of a host whose inbox lies in a directory.</summary>
    public static string[] Settings(string data) =>
        [
            Sample.WithSecret,
            Sample.WithJobToken,
            "--Hooklatch:Sessions:console:Kind=console",
            "--Plugins:dev.sample_webhook:NotificationChatKey=console-pushes",
            $"--{RunningHost.DataDirectory}={data}",
            "--Logging:LogLevel:Microsoft=Warning",
            "--Logging:LogLevel:Hooklatch=Warning",
            "--Logging:LogLevel:Hooklatch.Inbox=Information",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information",
        ];

    /// <summary>Whatever was accepted has run, or runs in the host that goes on with the inbox, and none of it was blamed.</summary>
    public static async Task CheckAsync(RunningHost host, QueuedPushes pushes)
    {
        foreach (var number in pushes.Missing)
        {
            await host.WaitForOutputAsync($"run/{number}{(pushes.WasJob(number) ? " is done" : ": ")}");
        }

        pushes.Note(host.Output);
        Assert.Empty(pushes.Missing);
        Assert.DoesNotContain("wait for a person", host.Output, StringComparison.Ordinal);
    }

    /// <summary>
    /// The message that the handler sends to the console's chat, and that is written when it returns. A line of the log waits for a thread of its own, which a
    /// kill ends, too.
    /// </summary>
    [GeneratedRegex(@"^\[console-pushes\] (?:run|Job run)/(\d+)(?:: p pushed| is done)", RegexOptions.Multiline)]
    private static partial Regex Handled { get; }
}
