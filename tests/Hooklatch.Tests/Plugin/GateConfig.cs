namespace Hooklatch.Tests.Plugin;

/// <summary>The keys and networks of the endpoints that try the gates one by one.</summary>
[PluginConfig]
public sealed class GateConfig
{
    [Secret]
    public string[] Keys { get; init; } = [];

    /// <summary>Keys in hexadecimal or base64.</summary>
    [Secret]
    public string[] EncodedKeys { get; init; } = [];

    [Secret]
    public string? InstalledSecret { get; init; }

    [Secret]
    public string? VerifyToken { get; init; }

    public string[] PublicKeys { get; init; } = [];

    public string[] Networks { get; init; } = [];
}
