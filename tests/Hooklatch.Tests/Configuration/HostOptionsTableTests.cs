using System.Reflection;
using System.Text.RegularExpressions;
using Hooklatch.Hosting;

namespace Hooklatch.Tests.Configuration;

/// <summary>The table of docs/configuration.md lists the host's settings, those and no others.</summary>
public sealed partial class HostOptionsTableTests
{
    private static readonly string[] Properties =
    [
        .. typeof(HooklatchOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name),
    ];

    [Fact]
    public void Every_property_has_a_row() =>
        Assert.Equal(
            Properties.Order(StringComparer.Ordinal),
            Row.Matches(File.ReadAllText(Repository.PathOf("docs", "configuration.md")))
                .Select(row => row.Groups[1].Value)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_property_is_read() =>
        Assert.Equal(
            Properties.Order(StringComparer.Ordinal),
            HostSettings.All.Select(setting => setting.Name).Order(StringComparer.Ordinal)
        );

    [GeneratedRegex(@"^\| `Hooklatch:(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row { get; }
}
