using Microsoft.AspNetCore.Builder;

namespace Hooklatch.TestKit.Hosting;

/// <summary>What a <see cref="TestHost"/> is and serves.</summary>
internal sealed record TestHostSetup
{
    public string Environment { get; init; } = "Production";

    /// <summary>The host's name; null for that of the test project.</summary>
    public string? ApplicationName { get; init; }

    /// <summary>Whether HTTP/2 is spoken, too, on a port of its own.</summary>
    public bool SpeaksHttp2 { get; init; }

    /// <summary>The clock; null for the host's own.</summary>
    public TimeProvider? Time { get; init; }

    public IReadOnlyList<(string Path, string? Value)> Settings { get; init; } = [];

    /// <summary>Adds services.</summary>
    public Action<WebApplicationBuilder> Configure { get; init; } = _ => { };

    /// <summary>Adds middleware and endpoints.</summary>
    public Action<WebApplication> Use { get; init; } = _ => { };
}
