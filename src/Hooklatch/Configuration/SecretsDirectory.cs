using Hooklatch.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Configuration;

/// <summary>
/// A directory of secrets as configuration: one file each, named as its key with <c>__</c> for <c>:</c>, as Docker and Kubernetes mount
/// them. It is watched, and read again at once where the host itself wrote to it.
/// </summary>
/// <remarks>
/// The framework's own source for such a directory keeps everything that it read before if one file cannot be read later, also secrets whose files are
/// gone, and tells nobody. Here a file that cannot be read later is one that is not there.
/// </remarks>
internal sealed class SecretsDirectory(string path) : IConfigurationSource
{
    /// <summary>What the name of a file begins with that is no setting.</summary>
    public const string Ignored = "ignore.";

    /// <summary>How long the files may change before they are read: what writes them may write several.</summary>
    private static readonly TimeSpan ReloadDelay = TimeSpan.FromMilliseconds(250);

    private readonly string _path = System.IO.Path.GetFullPath(path);
    private Action? _refresh;
    private Action<string?>? _report;
    private string? _problem;

    /// <summary>The full path of the directory.</summary>
    public string Path => _path;

    /// <summary>Whether a path leads to the directory.</summary>
    public bool IsAt(string path) => System.IO.Path.GetFullPath(path) == _path;

    /// <summary>The file that holds a setting.</summary>
    public string FileOf(string setting) => System.IO.Path.Combine(_path, setting.Replace(":", "__", StringComparison.Ordinal));

    /// <summary>The provider belongs to the configuration, which also disposes it.</summary>
    public IConfigurationProvider Build(IConfigurationBuilder builder)
    {
        var provider = new Provider(this);
        _refresh = provider.Refresh;
        return provider;
    }

    /// <summary>Reads what was written just now and tells everyone who waits for a change.</summary>
    public void Refresh() => _refresh?.Invoke();

    /// <summary>Tells what is wrong with the directory, now and each time it is read; <see langword="null"/> for nothing.</summary>
    public void Follow(Action<string?> report)
    {
        _report = report;
        if (_problem is { } problem)
        {
            report(problem);
        }
    }

    private sealed class Provider : ConfigurationProvider, IDisposable
    {
        private readonly SecretsDirectory _directory;
        private readonly PhysicalFileProvider _files;
        private readonly IDisposable _watch;
        private bool _isLoaded;

        public Provider(SecretsDirectory directory)
        {
            _directory = directory;
            _files = new PhysicalFileProvider(directory._path);
            _watch = ChangeToken.OnChange(
                () => _files.Watch("*"),
                () =>
                {
                    Thread.Sleep(ReloadDelay);
                    Refresh();
                }
            );
        }

        /// <summary>Reads the files: when the host is built, and whenever the whole configuration is loaded again.</summary>
        /// <exception cref="InvalidOperationException">One of them cannot be read when the host is built.</exception>
        public override void Load()
        {
            var problem = Read();
            if (_isLoaded)
            {
                Note(problem);
                return;
            }

            _isLoaded = true;
            if (problem is not null)
            {
                Dispose();
                throw new InvalidOperationException(
                    $"{HooklatchOptions.Section}:{nameof(HooklatchOptions.SecretsDirectory)} must be a directory whose files the host can read, but {problem}"
                );
            }
        }

        public void Refresh()
        {
            // Whoever hears of the change may ask what is wrong.
            Note(Read());
            OnReload();
        }

        private void Note(string? problem)
        {
            _directory._problem = problem;
            _directory._report?.Invoke(problem);
        }

        public void Dispose()
        {
            _watch.Dispose();
            _files.Dispose();
        }

        /// <returns>What is wrong with the directory or its files, by their names and never by what they hold.</returns>
        private string? Read()
        {
            var data = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
            var problem = TryRead(data);
            Data = data;
            return problem;
        }

        private string? TryRead(Dictionary<string, string?> data)
        {
            var problems = new List<string>();
            try
            {
                var files = _files.GetDirectoryContents("");
                if (!files.Exists)
                {
                    return "it does not exist";
                }

                foreach (
                    var file in files.Where(file => !file.IsDirectory && !file.Name.StartsWith(Ignored, StringComparison.OrdinalIgnoreCase))
                )
                {
                    Read(file, data, problems);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                problems.Add(CauseOf(error));
            }

            return problems.Count > 0 ? string.Join("; ", problems) : null;
        }

        private static void Read(IFileInfo file, Dictionary<string, string?> data, List<string> problems)
        {
            try
            {
                using var reader = new StreamReader(file.CreateReadStream());
                var text = reader.ReadToEnd();
                var key = file.Name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);
                // As the framework's own source: one line end belongs to the file.
                var value = text.EndsWith(Environment.NewLine, StringComparison.Ordinal) ? text[..^Environment.NewLine.Length] : text;
                if (!data.TryAdd(key, value))
                {
                    problems.Add($"several files are the setting {key}");
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                problems.Add($"the file {file.Name} cannot be read ({CauseOf(error)})");
            }
        }

        private static string CauseOf(Exception error) =>
            error is FileNotFoundException ? "what it links to does not exist"
            : error is UnauthorizedAccessException ? "the host may not read it"
            : DirectoryProbe.SystemErrorOf(error);
    }
}
