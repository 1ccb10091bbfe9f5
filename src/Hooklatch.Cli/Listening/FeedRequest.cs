using System.Globalization;
using Hooklatch.Cli.Verifying;
using Hooklatch.Management;

namespace Hooklatch.Cli.Listening;

/// <summary>A stored delivery as a request again. What proved its sender was not stored.</summary>
internal static class FeedRequest
{
    /// <summary>Makes the request.</summary>
    /// <exception cref="ToolException">The host answers no base64.</exception>
    public static CapturedRequest Of(FeedItem item)
    {
        var query = string.Join(
            '&',
            item.Query.SelectMany(one => one.Values.Select(value => $"{Uri.EscapeDataString(one.Name)}={Uri.EscapeDataString(value)}"))
        );
        var body = BodyOf(item);
        return new CapturedRequest
        {
            Method = item.Method ?? "POST",
            Target = PathOf(item.Row.Endpoint) + (query.Length > 0 ? "?" + query : ""),
            Headers =
            [
                .. item.ContentType is { } type ? [KeyValuePair.Create("Content-Type", type)] : Array.Empty<KeyValuePair<string, string>>(),
                .. item
                    .Headers.Where(header => !header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                    .SelectMany(header => header.Values.Select(value => KeyValuePair.Create(header.Name, value))),
                KeyValuePair.Create("Content-Length", body.Length.ToString(CultureInfo.InvariantCulture)),
            ],
            Body = body,
            ReceivedAt = item.Row.ReceivedAt,
        };
    }

    private static string PathOf(string endpoint) => endpoint.StartsWith('/') ? endpoint : "/" + endpoint;

    private static byte[] BodyOf(FeedItem item)
    {
        try
        {
            return Convert.FromBase64String(item.Body);
        }
        catch (FormatException)
        {
            throw new ToolException("feed", FormattableString.Invariant($"The host's answer for delivery {item.Row.Id} cannot be read."));
        }
    }
}
