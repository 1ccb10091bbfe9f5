using System.Globalization;
using System.Text.RegularExpressions;

namespace Hooklatch.AotTests.Faults;

/// <summary>tests/Hooklatch.FaultHost, which was built with these tests: its handlers do what a delivery says.</summary>
internal static partial class FaultHost
{
    public static QueuedPushes Pushes() => new("/api/plugin/tests.faults/webhook/github", Handled);

    /// <param name="data">The directory of the inbox.</param>
    /// <param name="program">What starts the host; nothing for nothing.</param>
    /// <param name="settings">Further settings.</param>
    public static Task<RunningHost> StartAsync(string data, string[] program, params string[] settings)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        var (framework, configuration) = (folder.Name, folder.Parent!.Name);
        return RunningHost.StartAsync(
            Repository.PathOf("tests", "Hooklatch.FaultHost", "bin", configuration, framework, "Hooklatch.FaultHost"),
            [
                $"--Plugins:tests.faults:Secret={Sample.Secret}",
                $"--{RunningHost.DataDirectory}={data}",
                "--Logging:LogLevel:Microsoft=Warning",
                "--Logging:LogLevel:Hooklatch.Inbox=Information",
                "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information",
                .. settings,
            ],
            program
        );
    }

    /// <summary>What the host says of its inbox.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> StateAsync(RunningHost host)
    {
        var state = await host.Client.GetStringAsync("/state", TestContext.Current.CancellationToken);
        return state
            .Split(' ')
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => long.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    /// <summary>How many transactions the host has committed. It does not ask its store for that.</summary>
    public static async Task<long> CommitsAsync(RunningHost host) =>
        long.Parse(await host.Client.GetStringAsync("/commits", TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\[handled\] run/(\d+): try", RegexOptions.Multiline)]
    private static partial Regex Handled { get; }
}
