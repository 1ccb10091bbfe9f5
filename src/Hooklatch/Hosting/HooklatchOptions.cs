using System.Globalization;
using Hooklatch.Bodies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Hooklatch.Hosting;

/// <summary>The host's settings, read from the section <c>Hooklatch</c> of its configuration.</summary>
public sealed class HooklatchOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Hooklatch";

    /// <summary>
    /// The scheme, host and path prefix under which senders reach the host, such as <c>https://hooks.example.com</c>. It is shown in the
    /// start-up report. Default: the address that the server listens on.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>The status for webhooks of a disabled plugin: 404 (default) or 503.</summary>
    public int DisabledStatus { get; set; } = StatusCodes.Status404NotFound;

    /// <summary>
    /// How many bytes of request bodies are held in memory at once, over all endpoints; one endpoint gets at most a quarter. Past it a
    /// delivery is answered 503. Default: 256 MiB.
    /// </summary>
    public long MemoryBudget { get; set; } = BodyBudget.DefaultMemory;

    /// <summary>
    /// How many bytes of request bodies are held in temporary files at once, over all endpoints; one endpoint gets at most a quarter. A body
    /// of more than 1 MiB and 64 KiB lies in a file, and one of more than 64 KiB while less than three quarters of the memory are free.
    /// Default: 4 GiB.
    /// </summary>
    public long DiskBudget { get; set; } = BodyBudget.DefaultDisk;

    /// <summary>The directory for these files. They are unlinked as soon as they are open. Default: the system's.</summary>
    public string SpoolDirectory { get; set; } = Path.GetTempPath();

    internal BodyBudget CreateBudget() => new(MemoryBudget, DiskBudget);

    internal static HooklatchOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var options = new HooklatchOptions();
        options.PublicUrl = Read(section, nameof(PublicUrl), ParseUrl, "an absolute http or https URL") ?? options.PublicUrl;
        options.DisabledStatus =
            Read(section, nameof(DisabledStatus), text => text is "404" or "503" ? (int?)ParseNumber(text) : null, "404 or 503")
            ?? options.DisabledStatus;
        options.MemoryBudget = Read(section, nameof(MemoryBudget), ParseNumber, "a number of bytes") ?? options.MemoryBudget;
        options.DiskBudget = Read(section, nameof(DiskBudget), ParseNumber, "a number of bytes") ?? options.DiskBudget;
        options.SpoolDirectory = section[nameof(SpoolDirectory)] is { Length: > 0 } directory ? directory : options.SpoolDirectory;
        return options;
    }

    private static T? Read<T>(IConfigurationSection section, string key, Func<string, T?> parse, string expected) =>
        section[key] is not { Length: > 0 } text
            ? default
            : parse(text) ?? throw new InvalidOperationException($"{section.Path}:{key} must be {expected}.");

    private static Uri? ParseUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    private static long? ParseNumber(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
