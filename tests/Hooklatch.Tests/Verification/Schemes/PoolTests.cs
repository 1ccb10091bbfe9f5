using Hooklatch.Signing.Schemes;

namespace Hooklatch.Tests.Verification.Schemes;

/// <summary>What is ready for use again is never in use twice.</summary>
public sealed class PoolTests
{
    private readonly Pool<object> _pool = new();

    [Fact]
    public void What_was_returned_is_rented_once()
    {
        var (one, other) = (new object(), new object());
        Assert.Null(_pool.TryRent());

        Assert.True(_pool.TryReturn(one));
        Assert.True(_pool.TryReturn(other));

        Assert.Equal([one, other], new[] { _pool.TryRent(), _pool.TryRent() });
        Assert.Null(_pool.TryRent());
    }

    [Fact]
    public void A_full_pool_takes_nothing_until_something_is_rented()
    {
        var kept = new List<object>();
        var item = new object();
        while (_pool.TryReturn(item))
        {
            kept.Add(item);
            Assert.InRange(kept.Count, 1, 10_000);
            item = new object();
        }

        Assert.Same(kept[0], _pool.TryRent());
        Assert.True(_pool.TryReturn(item));
        Assert.False(_pool.TryReturn(new object()));
        Assert.Equal([item, .. kept.Skip(1)], kept.Select(_ => _pool.TryRent()));
        Assert.Null(_pool.TryRent());
    }
}
