using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.KeyPerFile;

namespace Hooklatch.Hosting;

/// <summary>Adds the host's directory of secrets to its configuration, above everything that is there already.</summary>
internal static class SecretFiles
{
    /// <summary>A configuration that is built already has the sources that its owner gave it.</summary>
    public static void AddTo(IConfiguration configuration)
    {
        var directory = configuration.GetSection(HooklatchOptions.Section)[nameof(HooklatchOptions.SecretsDirectory)];
        if (
            directory is { Length: > 0 }
            && configuration is IConfigurationBuilder sources
            && !sources.Sources.OfType<KeyPerFileConfigurationSource>().Any(source => source.FileProvider is SecretFileProvider)
        )
        {
            sources.AddKeyPerFile(source =>
            {
                source.FileProvider = new SecretFileProvider(directory);
                source.ReloadOnChange = true;
            });
        }
    }
}
