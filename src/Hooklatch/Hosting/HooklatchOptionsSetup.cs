using Hooklatch.Configuration;
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
    private const string SecretsDirectoryPath = $"{HooklatchOptions.Section}:{nameof(HooklatchOptions.SecretsDirectory)}";

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
            .. ProblemOfSecrets(options.SecretsDirectory) is { } problem ? [problem] : Array.Empty<string>(),
        ];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private string? ProblemOfSecrets(string? path) =>
        string.IsNullOrWhiteSpace(path) || directory?.IsAt(path) == true ? null
        : Directory.Exists(path)
            ? $"{SecretsDirectoryPath} must be set in the configuration or by AddHooklatch(options => …), and exist when that is called"
        : $"{SecretsDirectoryPath} must be a directory that exists when AddHooklatch() is called; a relative path begins in the current directory";
}
