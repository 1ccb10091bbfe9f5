using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.KeyPerFile;
using Microsoft.Extensions.Configuration.Memory;

namespace Hooklatch.Console.Settings;

/// <summary>Says where a setting comes from: of several sources, the one that is added last wins.</summary>
internal static class SettingSource
{
    /// <summary>The source, in a few words and never as a path; <see langword="null"/> where nothing is configured.</summary>
    public static string? Of(IConfiguration configuration, string path)
    {
        foreach (var provider in configuration is IConfigurationRoot root ? root.Providers.Reverse() : [])
        {
            if (provider is ChainedConfigurationProvider { Configuration: { } inner } && Of(inner, path) is { } found)
            {
                return found;
            }

            if (provider is not ChainedConfigurationProvider && Holds(provider, path))
            {
                return NameOf(provider);
            }
        }

        return null;
    }

    private static bool Holds(IConfigurationProvider provider, string path) =>
        provider.TryGet(path, out _) || provider.GetChildKeys([], path).Any();

    private static string NameOf(IConfigurationProvider provider) =>
        provider switch
        {
            FileConfigurationProvider file => Path.GetFileName(file.Source.Path) ?? "a file",
            EnvironmentVariablesConfigurationProvider => "environment variable",
            CommandLineConfigurationProvider => "command line",
            KeyPerFileConfigurationProvider => "secrets directory",
            MemoryConfigurationProvider => "code",
            _ when provider.GetType().DeclaringType == typeof(Configuration.SecretsDirectory) => "secrets directory",
            _ => provider.GetType().Name.Replace("ConfigurationProvider", "", StringComparison.Ordinal) is { Length: > 0 } name
                ? name
                : provider.GetType().Name,
        };
}
