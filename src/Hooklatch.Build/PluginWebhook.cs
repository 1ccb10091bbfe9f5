namespace Hooklatch.Build;

/// <summary>What a plugin says of one of its webhooks.</summary>
internal sealed class PluginWebhook
{
    /// <summary>The prefix of a host that configures none: what <c>HooklatchOptions.Prefix</c> is by default; a test holds them equal.</summary>
    public const string DefaultPrefix = "/api/plugin";

    public string Plugin { get; set; } = "";

    public string Endpoint { get; set; } = "";

    public string? Description { get; set; }

    /// <summary>None for every method.</summary>
    public IReadOnlyList<string> Methods { get; set; } = [];

    /// <summary>None for all of them.</summary>
    public IReadOnlyList<string> Events { get; set; } = [];

    public bool IsQueued { get; set; }

    /// <summary>The attribute that verifies it.</summary>
    public string Attribute { get; set; } = "";

    /// <summary>How it is verified, in a few words.</summary>
    public string Verification { get; set; } = "";

    /// <summary>The settings that hold its secrets.</summary>
    public IReadOnlyList<string> Secrets { get; set; } = [];

    /// <summary>The path of its URL in a host that configures no other prefix.</summary>
    public string Path => $"{DefaultPrefix}/{Plugin}/webhook{Endpoint}";
}
