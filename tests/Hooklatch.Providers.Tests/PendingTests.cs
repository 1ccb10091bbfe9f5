using Hooklatch.Providers.Tests.Harness;

namespace Hooklatch.Providers.Tests;

/// <summary>The list of what is not read yet says the truth.</summary>
public sealed class PendingTests(SampleHost host) : IClassFixture<SampleHost>
{
    public static TheoryData<string> WithoutEndpoint => [.. Pending.Providers];

    public static TheoryData<string> Unread => [.. Pending.PublicKeys];

    public static TheoryData<string> UnusedPresets => [.. Pending.Presets];

    [Theory, MemberData(nameof(UnusedPresets))]
    public void A_preset_on_the_list_has_no_endpoint(string name) =>
        Assert.Null(Presets.Preset.All.Single(preset => preset.Name == name).Endpoint);

    [Theory, MemberData(nameof(WithoutEndpoint))]
    public async Task A_provider_on_the_list_has_no_endpoint(string provider) =>
        Assert.Equal(404, (await host.SendAsync(VectorFiles.Published.First(one => one.Provider == provider))).Status);

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
