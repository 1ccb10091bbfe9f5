using Hooklatch.Providers.Tests.Harness;

namespace Hooklatch.Providers.Tests;

/// <summary>Every published delivery gets the answer that its source says, from the checks that are emitted for the sample plugin.</summary>
public sealed class VectorTests(SampleHost host) : IClassFixture<SampleHost>
{
    public static TheoryData<string, int> Published =>
        [.. VectorFiles.Published.Intersect(VectorFiles.Deliveries).Select(vector => (vector.Provider, vector.Number))];

    [Theory, MemberData(nameof(Published))]
    public async Task A_published_delivery_is_answered_as_its_source_says(string provider, int number)
    {
        var vector = VectorFiles.Published.Single(one => one.Provider == provider && one.Number == number);
        var answer = await host.SendAsync(vector);
        Assert.True(VectorRequest.IsExpected(vector, answer.Status), $"{vector}\n{answer.Text}");
        Assert.Contains(vector.Answer ?? "", answer.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, int> Made => [.. VectorFiles.Made.Select(vector => (vector.Provider, vector.Number))];

    /// <summary>Over HTTP as well, since what code verifies has no scheme from which other tests could derive them.</summary>
    [Theory, MemberData(nameof(Made))]
    public async Task A_made_delivery_is_taken_or_rejected(string provider, int number)
    {
        var vector = VectorFiles.Made.Single(one => one.Provider == provider && one.Number == number);
        var answer = await host.SendAsync(vector);
        Assert.True(VectorRequest.IsExpected(vector, answer.Status), $"{vector}\n{answer.Text}");
    }

    [Fact]
    public void No_published_delivery_was_lost() => Assert.Equal(173, VectorFiles.Published.Count);
}
