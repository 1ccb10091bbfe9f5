using Hooklatch.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.KeyPerFile;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Hosting;

/// <summary>
/// Notices where a source of the configuration changes and cannot be read. The framework throws then where nobody listens, and what was read
/// before stays in use. Files say so to <see cref="FileConfigurationSource.OnLoadException"/>; what they do not say there, and directories of files,
/// are read once more beside the source.
/// </summary>
internal sealed class ConfigurationWatch(IConfiguration configuration, ConfigurationStatus status, SecretsDirectory? secrets = null)
    : IHostedService,
        IDisposable
{
    private readonly List<IDisposable> _watches = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        secrets?.Follow(problem => Tell(secrets.Path, problem));
        foreach (var file in ProvidersOf(configuration).OfType<FileConfigurationProvider>().Distinct())
        {
            _watches.Add(new ConfigurationFile(file, status));
        }

        foreach (var directory in (configuration as IConfigurationBuilder)?.Sources.OfType<KeyPerFileConfigurationSource>() ?? [])
        {
            if (directory is { ReloadOnChange: true, FileProvider: { } files })
            {
                _watches.Add(ChangeToken.OnChange(() => files.Watch("*"), () => Check(directory)));
            }
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        foreach (var watch in _watches)
        {
            watch.Dispose();
        }

        _watches.Clear();
    }

    private static IEnumerable<IConfigurationProvider> ProvidersOf(IConfiguration configuration) =>
        configuration is IConfigurationRoot root
            ? root.Providers.SelectMany(provider =>
                provider is ChainedConfigurationProvider chained ? ProvidersOf(chained.Configuration) : [provider]
            )
            : [];

    /// <summary>Reads the directory as its own provider does, which tells nobody whether it could.</summary>
    private void Check(KeyPerFileConfigurationSource source)
    {
        var path = source.FileProvider!.GetFileInfo("").PhysicalPath ?? "a directory of files";
        if (!source.FileProvider.GetDirectoryContents("/").Exists)
        {
            Tell(path, "it does not exist");
            return;
        }

        try
        {
            using var provider = new KeyPerFileConfigurationProvider(
                new KeyPerFileConfigurationSource
                {
                    FileProvider = source.FileProvider,
                    IgnoreCondition = source.IgnoreCondition,
                    SectionDelimiter = source.SectionDelimiter,
                    Optional = source.Optional,
                }
            );
            provider.Load();
            Tell(path, problem: null);
        }
#pragma warning disable CA1031 // Whatever it throws, its own provider throws where nobody hears of it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Tell(path, UnreadableConfiguration.ReasonOf(error));
        }
    }

    private void Tell(string source, string? problem)
    {
        if (problem is not null)
        {
            status.Fail(source, problem);
        }
        else
        {
            status.Read(source);
        }
    }
}
