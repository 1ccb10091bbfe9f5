using System.Globalization;
using Hooklatch.Configuration;
using Hooklatch.Inbox.Sealing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hooklatch.Inbox.Hosting;

/// <summary>Fills the options from the section <c>Hooklatch:Inbox</c>, checks what they are once every delegate has run, and names the keys that it reads.</summary>
internal sealed class InboxOptionsSetup(IConfiguration configuration, IOptions<HostOptions> host)
    : IConfigureOptions<InboxOptions>,
        IValidateOptions<InboxOptions>,
        IConfigurationKeySource
{
    private const string Count = "a whole number from 1 to 10,000";
    private const string Bytes = "a whole number of bytes, such as 1073741824 (1 GiB)";
    private const string Time = "a time written as hh:mm:ss or d.hh:mm:ss";

    private static readonly Setting[] Settings =
    [
        new(
            nameof(InboxOptions.Concurrency),
            Count,
            (options, text) => options.Concurrency = Number(text),
            options => IsCount(options.Concurrency)
        ),
        new(
            nameof(InboxOptions.PluginConcurrency),
            Count,
            (options, text) => options.PluginConcurrency = Number(text),
            options => IsCount(options.PluginConcurrency)
        ),
        new(
            nameof(InboxOptions.MaxDepth),
            "a whole number of deliveries from 4 on",
            (options, text) => options.MaxDepth = Long(text),
            options => options.MaxDepth >= 4
        ),
        new(nameof(InboxOptions.MaxBytes), Bytes, (options, text) => options.MaxBytes = Long(text), options => options.MaxBytes >= 4096),
        new(
            nameof(InboxOptions.MaxValueBytes),
            Bytes,
            (options, text) => options.MaxValueBytes = Long(text),
            options => options.MaxValueBytes >= 0
        ),
        new(
            nameof(InboxOptions.MinFreeDisk),
            Bytes,
            (options, text) => options.MinFreeDisk = Long(text),
            options => options.MinFreeDisk >= 0
        ),
        new(
            nameof(InboxOptions.RetainFor),
            $"{Time} of up to 3650 days, such as 7.00:00:00 (7 days)",
            (options, text) => options.RetainFor = Span(text),
            options => options.RetainFor >= TimeSpan.Zero && options.RetainFor <= TimeSpan.FromDays(3650)
        ),
        new(
            nameof(InboxOptions.RetainBytes),
            Bytes,
            (options, text) => options.RetainBytes = Long(text),
            options => options.RetainBytes > 0
        ),
        new(
            nameof(InboxOptions.CommitTimeout),
            $"{Time} from 00:00:00.1 to 00:00:30",
            (options, text) => options.CommitTimeout = Span(text),
            options => options.CommitTimeout >= TimeSpan.FromMilliseconds(100) && options.CommitTimeout <= TimeSpan.FromSeconds(30)
        ),
        new(nameof(InboxOptions.RecordInline), "true or false", (options, text) => options.RecordInline = bool.Parse(text), _ => true),
        new(
            nameof(InboxOptions.DrainTimeout),
            $"{Time}, at most a day",
            (options, text) => options.DrainTimeout = Span(text),
            options => options.DrainTimeout >= TimeSpan.Zero && options.DrainTimeout <= TimeSpan.FromDays(1)
        ),
    ];

    public void Configure(InboxOptions options) => Read(options);

    public ValidateOptionsResult Validate(string? name, InboxOptions options)
    {
        // Read once more for what cannot be read at all, whatever a delegate has put in its place.
        var unreadable = Read(new InboxOptions());
        var problems = Settings
            .Where(setting => unreadable.Contains(setting) || !setting.IsValid(options))
            .Select(setting => $"{InboxOptions.Section}:{setting.Name} must be {setting.Expected}")
            .ToList();
        if (options.DrainTimeout + (2 * InboxOptions.EndTimeout) >= host.Value.ShutdownTimeout)
        {
            problems.Add(
                $"{InboxOptions.Section}:{nameof(InboxOptions.DrainTimeout)} ({options.DrainTimeout}) must be less than the host's HostOptions.ShutdownTimeout ({host.Value.ShutdownTimeout}) by more than {2 * InboxOptions.EndTimeout}, or handlers are cut off before their deliveries are given back"
            );
        }

        BodyKeys.Read(configuration.GetSection(InboxOptions.Section), problems);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    public void AddTo(ConfigurationKeys keys)
    {
        var section = keys.Add("Inbox");
        foreach (var setting in Settings)
        {
            section.Add(setting.Name);
        }

        section.Add(BodyKeys.Active);
        section.Add(BodyKeys.All).HoldsEntries = true;
    }

    private List<Setting> Read(InboxOptions options)
    {
        var section = configuration.GetSection(InboxOptions.Section);
        var unreadable = new List<Setting>();
        foreach (var setting in Settings)
        {
            if (section[setting.Name] is not { } text || string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            try
            {
                setting.Set(options, text);
            }
            catch (Exception error) when (error is FormatException or OverflowException)
            {
                unreadable.Add(setting);
            }
        }

        return unreadable;
    }

    private static bool IsCount(int value) => value is >= 1 and <= 10_000;

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static long Long(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>A number alone would be days, whatever its author meant.</summary>
    private static TimeSpan Span(string text) =>
        text.Contains(':', StringComparison.Ordinal) ? TimeSpan.Parse(text, CultureInfo.InvariantCulture) : throw new FormatException();

    private sealed record Setting(string Name, string Expected, Action<InboxOptions, string> Set, Func<InboxOptions, bool> IsValid);
}
