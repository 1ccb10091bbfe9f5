using System.Globalization;
using Hooklatch.Configuration;
using Hooklatch.Console.Access;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Hooklatch.Console.Hosting;

/// <summary>Fills the options from the section <c>Hooklatch:Console</c>, checks what they are once every delegate has run, and names the keys that it reads.</summary>
internal sealed class ConsoleOptionsSetup(IConfiguration configuration)
    : IConfigureOptions<HooklatchConsoleOptions>,
        IValidateOptions<HooklatchConsoleOptions>,
        IConfigurationKeySource
{
    private const string Name = "the name of a claim or a role";

    private static readonly Setting[] Settings =
    [
        new(
            nameof(HooklatchConsoleOptions.SessionLifetime),
            "a time from 00:05:00 to 30.00:00:00 (30 days), such as 12:00:00 (12 hours)",
            (options, text) => options.SessionLifetime = Span(text),
            options => options.SessionLifetime >= TimeSpan.FromMinutes(5) && options.SessionLifetime <= TimeSpan.FromDays(30)
        ),
        new(
            nameof(HooklatchConsoleOptions.MaxStreams),
            "a whole number from 1 to 1,000",
            (options, text) => options.MaxStreams = int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture),
            options => options.MaxStreams is >= 1 and <= 1000
        ),
        Text(nameof(HooklatchConsoleOptions.RoleClaim), (options, text) => options.RoleClaim = text, options => options.RoleClaim),
        Text(nameof(HooklatchConsoleOptions.ReadRole), (options, text) => options.ReadRole = text, options => options.ReadRole),
        Text(nameof(HooklatchConsoleOptions.BodiesRole), (options, text) => options.BodiesRole = text, options => options.BodiesRole),
        Text(nameof(HooklatchConsoleOptions.OperateRole), (options, text) => options.OperateRole = text, options => options.OperateRole),
    ];

    public void Configure(HooklatchConsoleOptions options) => Read(options);

    public ValidateOptionsResult Validate(string? name, HooklatchConsoleOptions options)
    {
        if (!string.IsNullOrEmpty(name))
        {
            // Nothing reads options of another name.
            return ValidateOptionsResult.Skip;
        }

        // Read once more for what cannot be read at all, whatever a delegate has put in its place.
        var unreadable = Read(new HooklatchConsoleOptions());
        string[] problems =
        [
            .. Settings
                .Where(setting => unreadable.Contains(setting.Name) || !setting.IsValid(options))
                .Select(setting => $"{HooklatchConsoleOptions.Section}:{setting.Name} must be {setting.Expected}"),
            .. options
                .AllowedHosts.Where(host => AllowedHost.Parse(host) is null)
                .Select(host =>
                    $"{HooklatchConsoleOptions.Section}:{nameof(options.AllowedHosts)} must hold names or addresses without a port, or *.example.com for every name below one, and '{LogText.Safe(host)}' is neither"
                ),
            .. unreadable.Where(setting => setting.EndsWith(":Role", StringComparison.Ordinal)).Select(TokenRules.ProblemOfRole),
            .. TokenRules.ProblemsOf(options.Tokens),
        ];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    public void AddTo(ConfigurationKeys keys)
    {
        var section = keys.Add("Console");
        foreach (var setting in Settings)
        {
            section.Add(setting.Name);
        }

        section.Add(nameof(HooklatchConsoleOptions.AllowedHosts)).HoldsEntries = true;
        foreach (var token in configuration.GetSection(HooklatchConsoleOptions.Section).GetSection("Tokens").GetChildren())
        {
            section.Add($"Tokens:{token.Key}:{nameof(ConsoleToken.Token)}");
            section.Add($"Tokens:{token.Key}:{nameof(ConsoleToken.Role)}");
        }
    }

    /// <returns>The names of the settings that cannot be read.</returns>
    private List<string> Read(HooklatchConsoleOptions options)
    {
        var section = configuration.GetSection(HooklatchConsoleOptions.Section);
        var unreadable = new List<string>();
        foreach (var setting in Settings)
        {
            if (section[setting.Name] is not { } text || string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            try
            {
                setting.Set(options, text.Trim());
            }
            catch (Exception error) when (error is FormatException or OverflowException)
            {
                unreadable.Add(setting.Name);
            }
        }

        var hosts = section.GetSection(nameof(HooklatchConsoleOptions.AllowedHosts));
        foreach (var host in hosts.GetChildren().Prepend(hosts).SelectMany(entry => (entry.Value ?? "").Split([',', ' '], Split)))
        {
            options.AllowedHosts.Add(host);
        }

        foreach (var token in section.GetSection(nameof(HooklatchConsoleOptions.Tokens)).GetChildren())
        {
            var role = token[nameof(ConsoleToken.Role)];
            if (!TokenRules.TryParse(role, out var parsed))
            {
                // A token whose role nobody can read lets nobody in.
                unreadable.Add($"{nameof(HooklatchConsoleOptions.Tokens)}:{token.Key}:{nameof(ConsoleToken.Role)}");
                continue;
            }

            options.Tokens[token.Key] = new ConsoleToken { Token = (token[nameof(ConsoleToken.Token)] ?? "").Trim(), Role = parsed };
        }

        return unreadable;
    }

    private const StringSplitOptions Split = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>A number alone would be days, whatever its author meant.</summary>
    private static TimeSpan Span(string text) =>
        text.Contains(':', StringComparison.Ordinal) ? TimeSpan.Parse(text, CultureInfo.InvariantCulture) : throw new FormatException();

    private static Setting Text(string name, Action<HooklatchConsoleOptions, string> set, Func<HooklatchConsoleOptions, string> get) =>
        new(name, Name, set, options => !string.IsNullOrWhiteSpace(get(options)));

    private sealed record Setting(
        string Name,
        string Expected,
        Action<HooklatchConsoleOptions, string> Set,
        Func<HooklatchConsoleOptions, bool> IsValid
    );
}
