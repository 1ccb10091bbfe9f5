using Hooklatch.Providers.Tests.Harness;

namespace Hooklatch.Providers.Tests;

/// <summary>The list of what is not read yet says the truth.</summary>
public sealed class PendingTests(SampleHost host) : IClassFixture<SampleHost>
{
    public static TheoryData<string> Unread => [.. Pending.PublicKeys];

    [Theory, MemberData(nameof(Unread))]
    public async Task A_delivery_on_the_list_is_not_accepted(string provider)
    {
        foreach (var vector in VectorFiles.Published.Where(one => one.Provider == provider && one.IsValid && Pending.Includes(one)))
        {
            var answer = await host.SendAsync(vector);
            Assert.False(VectorRequest.IsExpected(vector, answer.Status), $"It is read now; take it off the list: {vector}");
        }
    }
}
