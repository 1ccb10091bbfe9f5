using Hooklatch.Verification.Lookups;

namespace Hooklatch.Tests.Verification.Lookups;

/// <summary>The cache of tenants and of fetched keys holds what is in use and never more than its bound.</summary>
public sealed class BoundedCacheTests
{
    private const int Capacity = 8;

    private readonly BoundedCache<string> _cache = new(Capacity);

    [Fact]
    public void What_was_added_is_found_and_nothing_else()
    {
        _cache.Add("one", "1");
        _cache.Add("two", "2");
        _cache.Add("one", "3");

        Assert.Equal("3", _cache.Find("one"));
        Assert.Equal("2", _cache.Find("two"));
        Assert.Null(_cache.Find("ONE"));
    }

    [Theory]
    [InlineData(99, true)]
    [InlineData(100 - Capacity, true)]
    [InlineData(100 - Capacity - 1, false)]
    [InlineData(0, false)]
    public void A_flood_is_kept_up_to_the_bound_and_no_further(int key, bool isKept)
    {
        for (var i = 0; i < 100; i++)
        {
            Add(i);
        }

        Assert.Equal(isKept, IsKept(key));
    }

    [Fact]
    public void What_is_asked_for_outlives_a_flood()
    {
        Add(-1);
        for (var i = 0; i < 100; i++)
        {
            Add(i);
            Assert.True(IsKept(-1));
        }
    }

    [Fact]
    public void What_is_replaced_takes_no_place_of_another()
    {
        Fill();
        for (var i = 0; i < 100; i++)
        {
            Add(0);
        }

        Assert.All(Enumerable.Range(0, Capacity / 2), i => Assert.True(IsKept(i)));
    }

    /// <summary>As many as one generation holds.</summary>
    private void Fill()
    {
        for (var i = 0; i < Capacity / 2; i++)
        {
            Add(i);
        }
    }

    private void Add(int key) => _cache.Add($"{key}", $"{key}");

    private bool IsKept(int key) => _cache.Find($"{key}") is not null;
}
