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

    internal static HooklatchOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var options = new HooklatchOptions();
        if (section[nameof(PublicUrl)] is { Length: > 0 } url)
        {
            options.PublicUrl =
                Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https"
                    ? parsed
                    : throw new InvalidOperationException($"{Section}:{nameof(PublicUrl)} must be an absolute http or https URL.");
        }

        if (section[nameof(DisabledStatus)] is { Length: > 0 } status)
        {
            options.DisabledStatus = status is "404" or "503"
                ? int.Parse(status, System.Globalization.CultureInfo.InvariantCulture)
                : throw new InvalidOperationException($"{Section}:{nameof(DisabledStatus)} must be 404 or 503.");
        }

        return options;
    }
}
