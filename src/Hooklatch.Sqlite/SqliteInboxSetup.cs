using System.Globalization;
using Hooklatch.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Hooklatch.Sqlite;

/// <summary>Fills the options from the host's configuration, checks them, and says which keys are read.</summary>
internal sealed class SqliteInboxSetup(IConfiguration configuration)
    : IConfigureOptions<SqliteInboxOptions>,
        IValidateOptions<SqliteInboxOptions>,
        IConfigurationKeySource
{
    private static readonly TimeSpan LongestBusyTimeout = TimeSpan.FromMinutes(1);

    public void Configure(SqliteInboxOptions options)
    {
        var section = configuration.GetSection(SqliteInboxOptions.Section);
        options.File = section[nameof(options.File)] ?? options.File;
        if (section[nameof(options.BusyTimeout)] is { } text)
        {
            options.BusyTimeout = TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : TimeSpan.Zero;
        }
    }

    public ValidateOptionsResult Validate(string? name, SqliteInboxOptions options)
    {
        string[] problems =
        [
            .. options.File is { } file && string.IsNullOrWhiteSpace(file)
                ? [$"{SqliteInboxOptions.Section}:{nameof(options.File)} must be the path of a file, or not be set"]
                : Array.Empty<string>(),
            .. options.BusyTimeout <= TimeSpan.Zero || options.BusyTimeout > LongestBusyTimeout
                ?
                [
                    $"{SqliteInboxOptions.Section}:{nameof(options.BusyTimeout)} must be a time such as 00:00:05, more than none and at most a minute",
                ]
                : Array.Empty<string>(),
        ];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    public void AddTo(ConfigurationKeys keys)
    {
        var section = keys.Add(SqliteInboxOptions.Section.Split(':')[^1]);
        section.Add(nameof(SqliteInboxOptions.File));
        section.Add(nameof(SqliteInboxOptions.BusyTimeout));
    }
}
