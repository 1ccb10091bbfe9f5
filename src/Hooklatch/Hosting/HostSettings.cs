using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Hooklatch.Addresses;
using Hooklatch.Configuration;
using Hooklatch.Http;
using Hooklatch.Signing;
using Hooklatch.Signing.Text;
using Microsoft.Extensions.Configuration;

namespace Hooklatch.Hosting;

/// <summary>
/// Every setting of the host, read without reflection. The configuration binder would stop at the first value that it cannot read and repeat
/// it in its message; here every wrong setting is named at once, by its path.
/// </summary>
internal static class HostSettings
{
    private const string Url = "an absolute http or https URL, such as https://hooks.example.com";
    private const string Folder = "the path of a directory, such as ";

    public static IReadOnlyList<HostSetting> All { get; } =
    [
        HostSetting.Of<Uri>(
            nameof(HooklatchOptions.PublicUrl),
            Url,
            TryParseUrl,
            (options, url) => options.PublicUrl = url,
            options => options.PublicUrl is not { } url || IsWeb(url)
        ),
        HostSetting.Of<string>(
            nameof(HooklatchOptions.Prefix),
            "a path of letters, digits and -._~ that starts with / and does not end with it, other than /plugins, such as /api/plugin",
            TryTake,
            (options, prefix) => options.Prefix = prefix,
            options => WebhookPath.IsPrefix(options.Prefix)
        ),
        HostSetting.Of<int>(
            nameof(HooklatchOptions.DisabledStatus),
            "404 or 503",
            TryParseCount,
            (options, status) => options.DisabledStatus = status,
            options => options.DisabledStatus is 404 or 503
        ),
        HostSetting.Of<long>(
            nameof(HooklatchOptions.MemoryBudget),
            Bytes("268435456 (256 MiB)"),
            TryParseNumber,
            (options, bytes) => options.MemoryBudget = bytes,
            options => options.MemoryBudget > 0
        ),
        HostSetting.Of<long>(
            nameof(HooklatchOptions.DiskBudget),
            Bytes("4294967296 (4 GiB)"),
            TryParseNumber,
            (options, bytes) => options.DiskBudget = bytes,
            options => options.DiskBudget > 0
        ),
        HostSetting.Of<string>(
            nameof(HooklatchOptions.SpoolDirectory),
            Folder + "/var/spool/hooklatch",
            TryTake,
            (options, directory) => options.SpoolDirectory = directory,
            options => !string.IsNullOrWhiteSpace(options.SpoolDirectory)
        ),
        HostSetting.Of<int>(
            nameof(HooklatchOptions.MaxDuplicateEntries),
            $"a whole number of deliveries from 1 to {int.MaxValue}, such as 100000",
            TryParseCount,
            (options, count) => options.MaxDuplicateEntries = count,
            options => options.MaxDuplicateEntries > 0
        ),
        Time(
            nameof(HooklatchOptions.DuplicateRetention),
            TimeSpan.FromDays(365),
            "7.00:00:00 (7 days)",
            (options, time) => options.DuplicateRetention = time,
            options => options.DuplicateRetention
        ),
        Time(
            nameof(HooklatchOptions.SecretCacheDuration),
            TimeSpan.FromDays(1),
            "00:01:00 (a minute)",
            (options, time) => options.SecretCacheDuration = time,
            options => options.SecretCacheDuration
        ),
        new HostSetting(
            nameof(HooklatchOptions.TrustedProxies),
            "addresses or networks in CIDR notation, as an array or as one text with commas between them, such as 10.0.0.0/8,192.0.2.1",
            ReadProxies,
            options => options.TrustedProxies?.All(network => AddressList.Parse(network) is not null) == true
        )
        {
            IsArray = true,
        },
        HostSetting.Of<string>(
            nameof(HooklatchOptions.SecretsDirectory),
            Folder + "/run/secrets",
            TryTake,
            (options, directory) => options.SecretsDirectory = directory,
            options => options.SecretsDirectory is not { } directory || !string.IsNullOrWhiteSpace(directory)
        ),
        // A host does not start with a window that nobody can read; later, what cannot be read opens nothing.
        HostSetting.Of<DateTimeOffset>(
            nameof(HooklatchOptions.HandshakeWindow),
            "a date and time with an offset, as RFC 3339 writes it, such as 2030-01-31T18:00:00Z",
            TryParseMoment,
            (_, _) => { },
            _ => true
        ),
        new HostSetting(
            nameof(HooklatchOptions.ExplainRefusals),
            "a date and time with an offset for each endpoint, such as Hooklatch:ExplainRefusals:acme.orders/stripe = 2030-01-31T18:00:00Z",
            (section, _) => ExplainedEndpoints.TryRead(section, out var _),
            _ => true
        ),
        HostSetting.Of<string>(
            nameof(HooklatchOptions.DataDirectory),
            Folder + "/var/lib/hooklatch",
            TryTake,
            (options, directory) => options.DataDirectory = directory,
            options => !string.IsNullOrWhiteSpace(options.DataDirectory)
        ),
        Time(
            nameof(HooklatchOptions.LifecycleTimeout),
            TimeSpan.FromDays(1),
            "00:00:30 (30 seconds)",
            (options, time) => options.LifecycleTimeout = time,
            options => options.LifecycleTimeout
        ),
        HostSetting.Of<StartupMode>(
            nameof(HooklatchOptions.Startup),
            "Strict or Lenient",
            TryParseStartup,
            (options, mode) => options.Startup = mode,
            options => options.Startup is StartupMode.Strict or StartupMode.Lenient
        ),
    ];

    /// <summary>Sets what is configured.</summary>
    /// <returns>What cannot be read.</returns>
    public static IReadOnlyList<HostSetting> Read(IConfiguration configuration, HooklatchOptions options)
    {
        var section = configuration.GetSection(HooklatchOptions.Section);
        options.FollowHandshakeWindow(() => ParseMoment(section[nameof(HooklatchOptions.HandshakeWindow)] ?? ""));
        var explained = new LiveValue<IReadOnlyDictionary<string, DateTimeOffset>>(
            configuration,
            () => ExplainedEndpoints.Read(section.GetSection(nameof(HooklatchOptions.ExplainRefusals)))
        );
        options.FollowExplained(() => explained.Current);
        return [.. All.Where(setting => !setting.TryRead(section.GetSection(setting.Name), options))];
    }

    private static HostSetting Time(
        string name,
        TimeSpan max,
        string example,
        Action<HooklatchOptions, TimeSpan> set,
        Func<HooklatchOptions, TimeSpan> get
    ) =>
        HostSetting.Of<TimeSpan>(
            name,
            $"a time of more than 0 and at most {(max == TimeSpan.FromDays(1) ? "a day" : $"{max.TotalDays:0} days")}, written as hh:mm:ss or d.hh:mm:ss, such as {example}",
            TryParseTime,
            set,
            options => get(options) > TimeSpan.Zero && get(options) <= max
        );

    private static string Bytes(string example) => $"a whole number of bytes from 1 to {long.MaxValue}, such as {example}";

    /// <summary>One text or an array.</summary>
    private static bool ReadProxies(IConfigurationSection section, HooklatchOptions options)
    {
        string[] networks =
        [
            .. section
                .GetChildren()
                .Prepend(section)
                .SelectMany(entry =>
                    (entry.Value ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                ),
        ];
        options.TrustedProxies = networks.Length > 0 ? networks : options.TrustedProxies;
        return true;
    }

    private static bool TryParseUrl(string text, [MaybeNullWhen(false)] out Uri url) => Uri.TryCreate(text, UriKind.Absolute, out url);

    private static bool IsWeb(Uri url) => url.IsAbsoluteUri && url.Scheme is "http" or "https";

    private static bool TryTake(string text, out string taken) => (taken = text).Length > 0;

    /// <summary>By name only: the number of a mode says nothing to who reads it.</summary>
    private static bool TryParseStartup(string text, out StartupMode mode)
    {
        mode = string.Equals(text.Trim(), nameof(StartupMode.Lenient), StringComparison.OrdinalIgnoreCase)
            ? StartupMode.Lenient
            : StartupMode.Strict;
        return mode is StartupMode.Lenient || string.Equals(text.Trim(), nameof(StartupMode.Strict), StringComparison.OrdinalIgnoreCase);
    }

    internal static DateTimeOffset? ParseMoment(string text) => Timestamp.TryParse(text, TimeUnit.Iso8601, out var time) ? time : null;

    private static bool TryParseMoment(string text, out DateTimeOffset moment)
    {
        var parsed = ParseMoment(text);
        moment = parsed.GetValueOrDefault();
        return parsed is not null;
    }

    private static bool TryParseNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool TryParseCount(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>A number alone would be days, whatever its author meant.</summary>
    private static bool TryParseTime(string text, out TimeSpan time)
    {
        time = default;
        return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out time);
    }
}
