using Hooklatch.Console.Tests.Hosting;
using Hooklatch.Inbox;
using Hooklatch.Management;

namespace Hooklatch.Console.Tests.Bodies;

/// <summary>How a body differs from what the handler of its event reads.</summary>
public sealed class DriftTests
{
    [Fact]
    public async Task A_typed_handler_says_which_members_it_does_not_have_and_which_it_lacks()
    {
        var drift = await DriftAsync(
            "/typed",
            "ConsoleHooks_OnTyped",
            """
            {
              "ref": "main", "new": 1, "new": 2,
              "commits": [
                {"id": "1", "tree_id": "x", "author": {"name": "a", "e-mail": "b", "Name": "c"}},
                {"tree_id": "y", "odd.name": 1, "author": null}
              ],
              "people": {"one": {"name": "n", "age": 1}, "two": {"age": 2}},
              "open": {"anything": {"goes": 1}},
              "shape": {"$type": "circle", "radius": 1, "colour": "red"}
            }
            """
        );
        Assert.EndsWith("ConsoleHooks.OnTyped", drift!.Handler, StringComparison.Ordinal);
        Assert.Equal(
            ["$.new", "$.commits[*].tree_id", @"$.commits[*].odd\.name", "$.commits[*].author.Name", "$.people.*.age"],
            drift.Unknown
        );
        Assert.Equal("$.number", drift.Missing[0]);
        Assert.Contains("$.note", drift.Missing);
        Assert.Contains("$.people.*.e-mail", drift.Missing);
        Assert.DoesNotContain("$.commits", drift.Missing);
        Assert.False(drift.IsCut);
    }

    [Fact]
    public async Task A_handler_of_paths_says_only_what_it_lacks_with_what_it_needs_first()
    {
        var drift = await DriftAsync("/paths", "ConsoleHooks_OnPaths", """{"commits":[{"author":{}}],"b":1,"unknown":1}""");
        Assert.Empty(drift!.Unknown);
        Assert.Equal(["$.id", "$.note", "$.commits[*].author.name"], drift.Missing);
    }

    [Theory]
    [InlineData("""{"id":1,"note":null,"commits":[],"a":1}""")]
    [InlineData("""{"id":1,"note":"","commits":[{"author":{}},{"author":{"name":"x"}}],"b":1}""")]
    public async Task Nothing_is_missing_where_one_place_has_it(string json) =>
        Assert.Empty((await DriftAsync("/paths", "ConsoleHooks_OnPaths", json))!.Missing);

    [Fact]
    public async Task The_handler_of_the_event_is_the_one_that_counts()
    {
        Assert.Equal(["$.ref"], (await DriftAsync("/events", "ConsoleEvents", "{}", "push"))!.Missing);
        Assert.Equal(["$.zen"], (await DriftAsync("/events", "ConsoleEvents", "{}", "ping"))!.Missing);
        Assert.Null(await DriftAsync("/events", "ConsoleEvents", "{}", "other"));
    }

    [Fact]
    public async Task Not_more_is_told_than_people_read()
    {
        var members = string.Join(',', Enumerable.Range(0, 500).Select(i => $"\"m{i}\":1"));
        var drift = await DriftAsync("/typed", "ConsoleHooks_OnTyped", $"{{{members}}}");
        Assert.Equal((100, true), (drift!.Unknown.Count, drift.IsCut));
    }

    [Fact]
    public async Task What_no_handler_reads_has_no_drift() => Assert.Null(await DriftAsync("/harmless", "ConsoleHooks_OnHarmless", "{}"));

    private static async Task<DriftView?> DriftAsync(string endpoint, string webhook, string json, string? name = null)
    {
        await using var host = await DeliveryHost.StartAsync();
        var id = await host.AddAsync(
            host.Item(System.Text.Encoding.UTF8.GetBytes(json), endpoint: endpoint) with
            {
                Plugin = "tests.console",
                Event = name,
                Details = DeliveryHost.Details("application/json", webhook),
            },
            InboxResult.Done
        );
        return (await host.GetAsync<BodyView>($"deliveries/{id}/body")).Drift;
    }
}
