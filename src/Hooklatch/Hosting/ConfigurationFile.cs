using Hooklatch.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Hosting;

/// <summary>One file of the configuration while the host runs.</summary>
internal sealed class ConfigurationFile : IDisposable
{
    private readonly FileConfigurationSource _source;
    private readonly ConfigurationStatus _status;
    private readonly string _path;
    private readonly Action<FileLoadExceptionContext>? _inner;
    private readonly Action<FileLoadExceptionContext> _outer;
    private readonly List<IDisposable> _watches = [];

    /// <summary>Whether there was a file; one that never was may be optional.</summary>
    private bool _existed;

    /// <summary>Whether the load that is under way has failed, although its provider goes on as if it had not.</summary>
    private bool _isIgnored;

    public ConfigurationFile(FileConfigurationProvider provider, ConfigurationStatus status)
    {
        (_source, _status) = (provider.Source, status);
        var file = File;
        _path = file?.PhysicalPath ?? _source.Path ?? provider.ToString();
        _existed = file?.Exists == true;
        (_inner, _outer) = (_source.OnLoadException, OnLoadException);
        _source.OnLoadException = _outer;
        _watches.Add(ChangeToken.OnChange(provider.GetReloadToken, OnReload));
        if (_source is { ReloadOnChange: true, FileProvider: { } files, Path: { } path })
        {
            _watches.Add(ChangeToken.OnChange(() => files.Watch(path), OnChange));
        }
    }

    private IFileInfo? File => _source.Path is { } path ? _source.FileProvider?.GetFileInfo(path) : null;

    public void Dispose()
    {
        foreach (var watch in _watches)
        {
            watch.Dispose();
        }

        if (_source.OnLoadException == _outer)
        {
            _source.OnLoadException = _inner;
        }
    }

    /// <summary>The file was read and is not what it should be. What the host itself says to it counts.</summary>
    private void OnLoadException(FileLoadExceptionContext context)
    {
        _status.Fail(_path, UnreadableConfiguration.ReasonOf(context.Exception));
        _inner?.Invoke(context);
        _isIgnored = context.Ignore;
    }

    /// <summary>The provider has read the file, or found none.</summary>
    private void OnReload()
    {
        if (_isIgnored)
        {
            _isIgnored = false;
            return;
        }

        var exists = File?.Exists == true;
        if (exists || !_existed)
        {
            _status.Read(_path);
        }
        else
        {
            _status.Fail(_path, "it was deleted, and what it set is no longer configured", isGone: true);
        }

        _existed |= exists;
    }

    /// <summary>A file that cannot be opened is one of which the provider does not tell.</summary>
    private void OnChange()
    {
        if (File is not { Exists: true } file)
        {
            return;
        }

        try
        {
            using var opened = file.CreateReadStream();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _status.Fail(_path, UnreadableConfiguration.ReasonOf(error));
        }
    }
}
