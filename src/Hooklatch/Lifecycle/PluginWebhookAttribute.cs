using System.ComponentModel;

namespace Hooklatch.Lifecycle;

/// <summary>
/// Describes one webhook of a plugin to tools that read the assembly without loading it. Generated code carries it, and the build makes <c>WEBHOOKS.md</c>
/// and <c>hooklatch.manifest.json</c> of it. Nothing reads it at run time.
/// </summary>
/// <param name="plugin">The plugin's key.</param>
/// <param name="endpoint">The path below the plugin's prefix, as it is declared.</param>
/// <param name="description">What the webhook receives, as its author says; <see langword="null"/> where nothing is said.</param>
/// <param name="methods">The HTTP methods; none for every method.</param>
/// <param name="events">The events that its handlers take; none for all of them.</param>
/// <param name="isQueued">Whether a delivery is stored, answered, and run later.</param>
/// <param name="attribute">The attribute that verifies it, as its author writes it: <c>GitHubSignature</c>.</param>
/// <param name="verification">How it is verified, in a few words: <c>HMAC-SHA256 in X-Hub-Signature-256</c>.</param>
/// <param name="secrets">The settings that hold its secrets or public keys; none where the code of the attribute knows them.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PluginWebhookAttribute(
    string plugin,
    string endpoint,
    string? description,
    string[] methods,
    string[] events,
    bool isQueued,
    string attribute,
    string verification,
    string[] secrets
) : Attribute
{
    /// <summary>The plugin's key.</summary>
    public string Plugin { get; } = plugin;

    /// <summary>The path below the plugin's prefix.</summary>
    public string Endpoint { get; } = endpoint;

    /// <summary>What the webhook receives.</summary>
    public string? Description { get; } = description;

    /// <summary>The HTTP methods; none for every method.</summary>
    public IReadOnlyList<string> Methods { get; } = methods;

    /// <summary>The events that its handlers take; none for all of them.</summary>
    public IReadOnlyList<string> Events { get; } = events;

    /// <summary>Whether a delivery is stored, answered, and run later.</summary>
    public bool IsQueued { get; } = isQueued;

    /// <summary>The attribute that verifies it.</summary>
    public string Attribute { get; } = attribute;

    /// <summary>How it is verified, in a few words.</summary>
    public string Verification { get; } = verification;

    /// <summary>The settings that hold its secrets or public keys.</summary>
    public IReadOnlyList<string> Secrets { get; } = secrets;
}
