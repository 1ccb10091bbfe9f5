namespace Hooklatch.Cli.Hosts;

/// <summary>Where the management API of a host is.</summary>
internal static class HostAddress
{
    private const string Api = "hooklatch/api/";

    /// <summary>The address of the API: a host, or the page of its console.</summary>
    /// <exception cref="ToolException">It is no URL of HTTP.</exception>
    public static Uri ApiOf(string host)
    {
        var text = host.Contains("://", StringComparison.Ordinal) ? host : "https://" + host;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0)
        {
            throw ToolException.Usage($"'{host}' is no address of a host: write https://hooks.example.com.");
        }

        var path = uri.AbsolutePath.TrimEnd('/');
        var prefix = path.EndsWith("/hooklatch", StringComparison.Ordinal) ? path[..^"/hooklatch".Length] : path;
        return new Uri($"{uri.GetLeftPart(UriPartial.Authority)}{prefix}/{Api}");
    }
}
