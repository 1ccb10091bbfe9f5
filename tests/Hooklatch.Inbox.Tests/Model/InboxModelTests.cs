using Hooklatch.Inbox.Tests.Contract;

namespace Hooklatch.Inbox.Tests.Model;

/// <summary>
/// A store does what the model does, whatever happens in whatever order. With the variable HOOKLATCH_SOAK=1 it walks further and by other ways each time.
/// </summary>
public abstract class InboxModelTests
{
    private const int Length = 120;

    private static readonly bool IsSoak = Environment.GetEnvironmentVariable("HOOKLATCH_SOAK") == "1";

    /// <summary>How many walks there are without the variable.</summary>
    protected abstract int Walks { get; }

    protected abstract IStoreFixture CreateFixture();

    [Fact]
    public async Task Whatever_happens_the_store_does_what_the_model_does()
    {
        var first = IsSoak ? Random.Shared.Next() : 1;
        var (walks, length) = IsSoak ? (Walks * 10, Length * 4) : (Walks, Length);
        for (var walk = 0; walk < walks; walk++)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var steps = ModelStep.Walk(unchecked(first + walk), length);
            if (await ModelWalk.GoAsync(CreateFixture, steps) is not null)
            {
                var shortest = await ShortenAsync(steps);
                var difference = await ModelWalk.GoAsync(CreateFixture, shortest);
                Assert.Fail($"Walk {unchecked(first + walk)}, {difference}\n{string.Join('\n', shortest)}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{walks} walks of {length} steps from {first}");
    }

    /// <summary>Leaves out what is not needed for the difference.</summary>
    private async Task<List<ModelStep>> ShortenAsync(ModelStep[] steps)
    {
        var left = steps.ToList();
        for (var size = left.Count / 2; size > 0; size /= 2)
        {
            for (var index = left.Count - size; index >= 0; index -= size)
            {
                var shorter = left[..index].Concat(left[(index + size)..]).ToList();
                if (await ModelWalk.GoAsync(CreateFixture, shorter) is not null)
                {
                    left = shorter;
                    index = Math.Min(index, left.Count);
                }
            }
        }

        return left;
    }
}
