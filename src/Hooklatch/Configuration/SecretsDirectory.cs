using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.KeyPerFile;
using Microsoft.Extensions.FileProviders;

namespace Hooklatch.Configuration;

/// <summary>
/// A directory of secrets as configuration: one file each, named as its key with <c>__</c> for <c>:</c>, as Docker and Kubernetes mount
/// them. It is watched, and read again at once where the host itself wrote to it.
/// </summary>
internal sealed class SecretsDirectory(string path) : IConfigurationSource
{
    /// <summary>What the name of a file begins with that is no setting.</summary>
    public const string Ignored = "ignore.";

    private readonly string _path = Path.GetFullPath(path);
    private Action? _refresh;

    /// <summary>Whether a path leads to the directory.</summary>
    public bool IsAt(string path) => Path.GetFullPath(path) == _path;

    /// <summary>The file that holds a setting.</summary>
    public string FileOf(string setting) => Path.Combine(_path, setting.Replace(":", "__", StringComparison.Ordinal));

    /// <summary>The provider belongs to the configuration, which also disposes it.</summary>
    public IConfigurationProvider Build(IConfigurationBuilder builder)
    {
        var provider = new Provider(
            new KeyPerFileConfigurationSource
            {
                FileProvider = new PhysicalFileProvider(_path),
                IgnorePrefix = Ignored,
                ReloadOnChange = true,
            }
        );
        _refresh = provider.Refresh;
        return provider;
    }

    /// <summary>Reads what was written just now and tells everyone who waits for a change.</summary>
    public void Refresh() => _refresh?.Invoke();

    private sealed class Provider(KeyPerFileConfigurationSource source) : KeyPerFileConfigurationProvider(source)
    {
        public void Refresh()
        {
            Load();
            OnReload();
        }
    }
}
