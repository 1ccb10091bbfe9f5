using System.Net;

namespace Hooklatch.Cli.Terminals;

/// <summary>Everything outside the tool: terminal, time, environment, network, the person's own folders.</summary>
internal sealed class Surroundings
{
    /// <summary>The terminal.</summary>
    public required Terminal Terminal { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>An environment variable; <see langword="null"/> where it is not set.</summary>
    public Func<string, string?> Environment { get; init; } = _ => null;

    /// <summary>Makes what sends requests. The caller disposes of it.</summary>
    public Func<HttpMessageHandler> CreateHandler { get; init; } = CreateSockets;

    /// <summary>Where the person's settings are: <c>~/.config/hooklatch</c>.</summary>
    public required string ConfigFolder { get; init; }

    /// <summary>Where the tool keeps what it needs the next time: <c>~/.local/state/hooklatch</c>.</summary>
    public required string StateFolder { get; init; }

    /// <summary>The surroundings of this process.</summary>
    public static Surroundings OfProcess()
    {
        var home = System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile);
        return new Surroundings
        {
            Terminal = ProcessConsole.ToTerminal(),
            Environment = System.Environment.GetEnvironmentVariable,
            ConfigFolder = Folder("XDG_CONFIG_HOME", ".config", home),
            StateFolder = Folder("XDG_STATE_HOME", Path.Combine(".local", "state"), home),
        };
    }

    private static string Folder(string variable, string usual, string home) =>
        Path.Combine(
            System.Environment.GetEnvironmentVariable(variable) is { Length: > 0 } set && Path.IsPathRooted(set)
                ? set
                : Path.Combine(home, usual),
            "hooklatch"
        );

    /// <summary>What is sent and what is answered is what stands on the wire: nothing is followed, decoded or remembered.</summary>
    private static SocketsHttpHandler CreateSockets() =>
        new()
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            MaxConnectionsPerServer = 256,
        };
}
