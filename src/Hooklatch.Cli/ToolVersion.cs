using System.Reflection;

namespace Hooklatch.Cli;

/// <summary>The version of the tool.</summary>
internal static class ToolVersion
{
    /// <summary>As the package says it, without the commit.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
#pragma warning disable RS0030 // Its own assembly, and nothing is searched.
        var version = typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
#pragma warning restore RS0030
        return version?.Split('+')[0] ?? "0.0.0";
    }
}
