namespace Hooklatch.Cli.Sending;

/// <summary>A URL that is sent as it is written: what is signed and what arrives are the same characters.</summary>
internal static class ExactUrl
{
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>Reads a URL.</summary>
    /// <exception cref="ToolException">It is none of HTTP.</exception>
    public static Uri Of(string url)
    {
        var text = url.Split('#')[0];
        var authority = text.IndexOf("://", StringComparison.Ordinal) + 3;
        var path = authority < 3 ? -1 : text.IndexOfAny(['/', '?'], authority);
        // Without a path there would be nothing in the request line.
        text =
            authority < 3 ? text
            : path < 0 ? text + "/"
            : text[path] == '?' ? text.Insert(path, "/")
            : text;
        return Uri.TryCreate(text, AsWritten, out var uri) && uri.Scheme is ("http" or "https") && IsPlain(text)
            ? uri
            : throw ToolException.Usage($"'{url}' is no URL: it begins with http:// or https://.");
    }

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange('!', '~');
}
