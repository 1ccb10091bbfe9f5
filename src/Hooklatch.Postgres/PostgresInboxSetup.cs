using Hooklatch.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hooklatch.Postgres;

/// <summary>Fills the options from the host's configuration, checks them, and says which keys are read.</summary>
internal sealed class PostgresInboxSetup(IConfiguration configuration, IServiceProviderIsService services)
    : IConfigureOptions<PostgresInboxOptions>,
        IValidateOptions<PostgresInboxOptions>,
        IConfigurationKeySource
{
    private const int LongestSchema = 40;

    public void Configure(PostgresInboxOptions options)
    {
        var section = configuration.GetSection(PostgresInboxOptions.Section);
        options.ConnectionString = section[nameof(options.ConnectionString)] ?? options.ConnectionString;
        options.ListenConnectionString = section[nameof(options.ListenConnectionString)] ?? options.ListenConnectionString;
        options.Schema = section[nameof(options.Schema)] ?? options.Schema;
        if (section[nameof(options.RequireSynchronousStandby)] is { } text)
        {
            // What cannot be read asks for more safety, not for less.
            options.RequireSynchronousStandby = !bool.TryParse(text, out var isRequired) || isRequired;
        }
    }

    public ValidateOptionsResult Validate(string? name, PostgresInboxOptions options)
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(options.ConnectionString) && !services.IsService(typeof(NpgsqlDataSource)))
        {
            problems.Add(
                $"{PostgresInboxOptions.Section}:{nameof(options.ConnectionString)} must say where the database of the inbox is, such as Host=db;Database=hooks;Username=hooks, unless the host registers an NpgsqlDataSource"
            );
        }

        AddUnreadable(problems, nameof(options.ConnectionString), options.ConnectionString);
        AddUnreadable(problems, nameof(options.ListenConnectionString), options.ListenConnectionString);
        if (!IsSchema(options.Schema))
        {
            problems.Add(
                $"{PostgresInboxOptions.Section}:{nameof(options.Schema)} must be lower-case letters, digits and underscores, at most {LongestSchema}, and begin with a letter"
            );
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    public void AddTo(ConfigurationKeys keys)
    {
        var section = keys.Add(PostgresInboxOptions.Section.Split(':')[^1]);
        section.Add(nameof(PostgresInboxOptions.ConnectionString));
        section.Add(nameof(PostgresInboxOptions.ListenConnectionString));
        section.Add(nameof(PostgresInboxOptions.Schema));
        section.Add(nameof(PostgresInboxOptions.RequireSynchronousStandby));
    }

    private static void AddUnreadable(List<string> problems, string key, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return;
        }

        try
        {
            _ = new NpgsqlConnectionStringBuilder(value);
        }
        catch (ArgumentException)
        {
            // What is wrong with it may be the password.
            problems.Add($"{PostgresInboxOptions.Section}:{key} cannot be read as a connection string of Npgsql");
        }
    }

    private static bool IsSchema(string? name) =>
        name is { Length: > 0 and <= LongestSchema }
        && char.IsAsciiLetterLower(name[0])
        && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_')
        && !name.StartsWith("pg_", StringComparison.Ordinal);
}
