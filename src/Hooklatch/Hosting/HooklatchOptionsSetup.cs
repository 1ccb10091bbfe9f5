using Hooklatch.Configuration;
using Hooklatch.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Hooklatch.Hosting;

/// <summary>Fills the host's options from its configuration, and checks what they are once every delegate has run.</summary>
/// <param name="configuration">The host's configuration.</param>
/// <param name="directory">The directory of secrets that became a part of it.</param>
internal sealed class HooklatchOptionsSetup(IConfiguration configuration, SecretsDirectory? directory)
    : IConfigureOptions<HooklatchOptions>,
        IValidateOptions<HooklatchOptions>
{
    public void Configure(HooklatchOptions options) => HostSettings.Read(configuration, options);

    public ValidateOptionsResult Validate(string? name, HooklatchOptions options)
    {
        if (!string.IsNullOrEmpty(name))
        {
            // Nothing reads options of another name.
            return ValidateOptionsResult.Skip;
        }

        // Read once more for what cannot be read at all, whatever a delegate has put in its place.
        var unreadable = HostSettings.Read(configuration, new HooklatchOptions());
        string[] problems =
        [
            .. HostSettings
                .All.Where(setting => unreadable.Contains(setting) || !setting.IsValid(options))
                .Select(setting => setting.Problem),
            .. new[]
            {
                ProblemOfSpool(options.SpoolDirectory),
                ProblemOfData(options.DataDirectory),
                ProblemOfSecrets(options.SecretsDirectory),
            }.OfType<string>(),
        ];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>Only whether a file can be created: a disk that is full now may have room before the first large body arrives.</summary>
    private static string? ProblemOfSpool(string path) =>
        !string.IsNullOrWhiteSpace(path) && DirectoryProbe.TryWrite(path, bytes: 0) is { } cause
            ? $"{Path(nameof(HooklatchOptions.SpoolDirectory))} must be a directory that exists and that the host can write to, but {cause}; a relative path begins in the current directory"
            : null;

    /// <summary>It is created when a plugin asks for it. Most plugins do not, so the default need not be possible.</summary>
    private static string? ProblemOfData(string path)
    {
        if (string.IsNullOrWhiteSpace(path) || path == new HooklatchOptions().DataDirectory)
        {
            return null;
        }

        var existing = DirectoryProbe.NearestExisting(path);
        return DirectoryProbe.TryWrite(existing, bytes: 0) is { } cause
            ? $"{Path(nameof(HooklatchOptions.DataDirectory))} must be a directory that the host can write to or create, but {(existing == System.IO.Path.GetFullPath(path) ? cause : $"of the nearest directory above it that exists, {cause}")}"
            : null;
    }

    private string? ProblemOfSecrets(string? path) =>
        string.IsNullOrWhiteSpace(path) || directory?.IsAt(path) == true ? null
        : Directory.Exists(path)
            ? $"{Path(nameof(HooklatchOptions.SecretsDirectory))} must be set in the configuration or by AddHooklatch(options => …), and exist when that is called"
        : $"{Path(nameof(HooklatchOptions.SecretsDirectory))} must be a directory that exists when AddHooklatch() is called, but {(File.Exists(path) ? "it is a file" : "it does not exist")}; a relative path begins in the current directory";

    private static string Path(string name) => $"{HooklatchOptions.Section}:{name}";
}
