using Hooklatch.Inbox.Tests.Model;

namespace Hooklatch.Inbox.Tests.Memory;

/// <summary>The model bites: each store that does one thing wrong is caught.</summary>
public sealed class BrokenStoreTests
{
    public static TheoryData<string> Names => [.. BrokenInboxes.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_store_that_does_one_thing_wrong_is_caught(string name)
    {
        for (var walk = 1; walk <= 200; walk++)
        {
            var difference = await ModelWalk.GoAsync(() => new MemoryStoreFixture(BrokenInboxes.All[name]()), ModelStep.Walk(walk, 120));
            if (difference is not null)
            {
                TestContext.Current.TestOutputHelper?.WriteLine($"walk {walk}, {difference}");
                Assert.DoesNotContain(" at Hooklatch.", difference, StringComparison.Ordinal);
                return;
            }
        }

        Assert.Fail("The model does not notice it.");
    }
}
