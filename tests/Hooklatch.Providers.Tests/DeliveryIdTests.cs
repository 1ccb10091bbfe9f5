using System.Text.Json;
using Hooklatch.Providers.Tests.Harness;
using Hooklatch.Providers.Tests.Presets;
using Hooklatch.Providers.Tests.Table;
using Hooklatch.Providers.Tests.Testing;

namespace Hooklatch.Providers.Tests;

/// <summary>A copy of a delivery does not run again, and no other delivery is taken for one: as docs/providers.md says of each preset.</summary>
public sealed class DeliveryIdTests(SampleHost host) : IClassFixture<SampleHost>
{
    public static TheoryData<string> WithScheme => [.. Preset.All.Where(preset => !preset.IsCode).Select(preset => preset.Name)];

    public static TheoryData<string> InCode => [.. Preset.All.Where(preset => preset.IsCode).Select(preset => preset.Name)];

    [Theory, MemberData(nameof(WithScheme))]
    public async Task A_copy_is_known_by_what_the_page_of_providers_says(string name)
    {
        var preset = Find(name);
        var first = await TestDelivery.OfAsync(preset, "one", "a");

        Assert.True(await RunsAsync(first));
        Assert.Equal(preset.Copies is DuplicateBasis.None, await RunsAsync(first));
        Assert.Equal(preset.Copies is not DuplicateBasis.SameId, await RunsAsync(await TestDelivery.OfAsync(preset, "one", "b")));
        Assert.True(await RunsAsync(await TestDelivery.OfAsync(preset, "two", "a")));
    }

    /// <summary>Code names its ids itself, and its attribute says in words what they are made of.</summary>
    [Theory, MemberData(nameof(InCode))]
    public async Task A_copy_that_code_verifies_is_known_where_the_page_of_providers_says_so(string name)
    {
        var preset = Find(name);
        var ids = new List<string?>();
        foreach (
            var vector in VectorFiles.Deliveries.Where(one => one.Provider == preset.Endpoint && one is { IsValid: true, Answer: null })
        )
        {
            // Some of them are copies of others.
            if (await host.SendAsync(vector) is var answer && IsRun(answer))
            {
                ids.Add(IdIn(answer));
                Assert.Equal(ids[^1] is null, await RunsAsync(vector));
            }
        }

        var isTold = preset.DeliveryId is not null || PresetSource.Of(preset).DeliveryId is not null;
        Assert.Equal(isTold, ids.Any(id => id is not null));
    }

    /// <summary>
    /// Trello delivers an action for every model that is watched, Close an event again that grew meanwhile, and neither Typeform nor Knock says that
    /// the id is the delivery's: two deliveries that share it are two.
    /// </summary>
    [Theory]
    [InlineData("Close", "event.id")]
    [InlineData("Knock", "id")]
    [InlineData("Trello", "action.id")]
    [InlineData("Typeform", "event_id")]
    public async Task Two_deliveries_that_share_an_id_both_run(string name, string path)
    {
        var preset = Find(name);

        Assert.True(await RunsAsync(await TestDelivery.OfAsync(preset, "shared", "a", path)));
        Assert.True(await RunsAsync(await TestDelivery.OfAsync(preset, "shared", "b", path)));
    }

    /// <summary>WooCommerce's id is a hash of the webhook and the second, so that what happens twice within one has one id, and one body.</summary>
    [Fact]
    public async Task What_happens_twice_within_a_second_runs_twice()
    {
        const string Header = "X-WC-Webhook-Delivery-ID";
        var delivery = await TestDelivery.OfAsync(Find("WooCommerce"));
        var sent = delivery with
        {
            Headers = [.. delivery.Headers.Where(header => header.Key != Header), new(Header, "27fcde6d5ed88139d07a62e0aa86a11c")],
        };

        Assert.True(await RunsAsync(sent));
        Assert.True(await RunsAsync(sent));
    }

    /// <summary>
    /// Of these one event comes in several deliveries, or an event that is still growing, or the id is not said to be the delivery's. Whoever
    /// adds a preset whose provider does the same says so here.
    /// </summary>
    [Fact]
    public void Only_these_presets_carry_an_id_in_the_body_that_does_not_name_a_copy_alone() =>
        Assert.Equal(
            ["Close", "Trello", "Typeform"],
            Preset.All.Where(preset => preset.DeliveryId is { WithSignedText: true }).Select(preset => preset.Name)
        );

    private static Preset Find(string name) => Preset.All.Single(preset => preset.Name == name);

    private static bool IsRun(RawAnswer answer)
    {
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Text.Contains("\"status\":\"verified\"", StringComparison.Ordinal);
    }

    private static string? IdIn(RawAnswer answer)
    {
        using var json = JsonDocument.Parse(
            answer.Text[answer.Text.IndexOf('{', StringComparison.Ordinal)..(answer.Text.LastIndexOf('}') + 1)]
        );
        return json.RootElement.GetProperty("deliveryId").GetString();
    }

    private async Task<bool> RunsAsync(Vector vector) => IsRun(await host.SendAsync(vector));
}
