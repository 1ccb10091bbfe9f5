using Xunit.Sdk;
using Xunit.v3;

namespace Hooklatch.AotTests;

/// <summary>
/// Starts what runs the SDK before what waits for it. Whoever waits for a publish takes a place that another could work in, and the longest at the end
/// would run alone.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] First =
    [
        nameof(PublishTests),
        nameof(ManyPluginsTests),
        nameof(PackageTests),
        nameof(ChatFileTests),
        nameof(SingleFileTests),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(PlaceOf)];

    private static int PlaceOf<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection =>
        Array.FindIndex(First, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)) is >= 0 and var place
            ? place
            : First.Length;
}
