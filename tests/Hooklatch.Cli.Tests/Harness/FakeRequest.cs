using System.Text;

namespace Hooklatch.Cli.Tests.Harness;

/// <summary>A request that the tool made.</summary>
internal sealed record FakeRequest(string Method, Uri Url, (string Name, string Value)[] Headers, byte[] Body)
{
    /// <summary>Path and query.</summary>
    public string Path => Url.PathAndQuery;

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The values of a header.</summary>
    public string[] Header(string name) =>
        [.. Headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value)];
}
