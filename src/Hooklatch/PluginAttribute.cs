namespace Hooklatch;

/// <summary>Makes this assembly a plugin. One assembly is one plugin.</summary>
/// <remarks>
/// The plugin's key is <c>author.module</c>; its webhooks are served at
/// <c>/api/plugin/{author}.{module}/webhook{endpoint}</c> and its configuration is the section <c>Plugins:{author}.{module}</c>.
/// Both parts match <c>[A-Za-z_][A-Za-z0-9_]*</c>, and within one host keys are unique ignoring case.
/// </remarks>
/// <param name="author">Who publishes the plugin: the first part of its key.</param>
/// <param name="module">What the plugin is called: the second part of its key.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PluginAttribute(string author, string module) : Attribute
{
    /// <summary>The first part of the key.</summary>
    public string Author { get; } = author;

    /// <summary>The second part of the key.</summary>
    public string Module { get; } = module;

    /// <summary>A name for people. Default: the key.</summary>
    public string? Name { get; set; }

    /// <summary>One sentence for people: what the plugin does.</summary>
    public string? Description { get; set; }
}
