using Hooklatch.Analyzers.Tests.Testing;
using Hooklatch.CodeFixes;

namespace Hooklatch.Analyzers.Tests.Fixes;

/// <summary>The fixes of HL0070 to HL0072.</summary>
public class EventFixTests
{
    [Theory]
    [InlineData("\"issues.opend\"", "\"issues.opened\"")]
    [InlineData("\"Push\" /* all */", "\"push\" /* all */")]
    [InlineData("name: \"issue.*\"", "name: \"issues.*\"")]
    [InlineData("\"pu\" + \"hs\"", "\"push\"")]
    [InlineData("\"push.*\"", "\"push\"")]
    [InlineData("\"pull-request\"", "\"pull_request\"")]
    public Task The_nearest_name_is_written(string before, string after) =>
        VerifyFix.Turns<NearestEventFix>(Handler(before), Handler(after));

    [Fact]
    public Task Every_name_is_written_at_once() =>
        VerifyFix.TurnsAll<NearestEventFix>(
            Handler("\"Push\"), OnEvent(\"issue.opened\""),
            Handler("\"push\"), OnEvent(\"issues.opened\"")
        );

    [Theory]
    [InlineData("\" push\"", "\"push\"")]
    [InlineData("\"push;\"", "\"push\"")]
    [InlineData("\"pus h\"", "\"push\"")]
    [InlineData("\"'Push'\"", "\"push\"")]
    [InlineData("\"issues..opened\"", "\"issues.opened\"")]
    [InlineData("\"issues.\"", "\"issues\"")]
    [InlineData("\"issues .*\"", "\"issues.*\"")]
    [InlineData("\"push,ping\"", "\"push\"), OnEvent(\"ping\"")]
    [InlineData("\"push | issue.opened\"", "\"push\"), OnEvent(\"issues.opened\"")]
    [InlineData("name: \"push,push\"", "name: \"push\"")]
    public Task A_malformed_event_is_written_well(string before, string after) =>
        VerifyFix.Turns<SeparateEventsFix>(Handler(before), Handler(after));

    [Theory]
    [InlineData("\" . \"")]
    [InlineData("\";\"")]
    public async Task Nothing_is_offered_where_no_name_is_left(string name) =>
        Assert.Empty(await VerifyFix.Offers<SeparateEventsFix>(Handler(name)));

    [Fact]
    public async Task The_title_names_the_events()
    {
        Assert.Equal(["Write \"push\""], await VerifyFix.Offers<SeparateEventsFix>(Handler("\"push;\"")));
        Assert.Equal(
            ["Write an [OnEvent] for each of \"push\", \"ping\""],
            await VerifyFix.Offers<SeparateEventsFix>(Handler("\"push;ping\""))
        );
        Assert.Equal(["Write \"push\""], await VerifyFix.Offers<NearestEventFix>(Handler("\"Push\"")));
        Assert.Equal(
            ["Add \"lemon\" to the known events of [GitHubSignatureAttribute]"],
            await VerifyFix.Offers<AddKnownEventFix>(Handler("\"lemon\""))
        );
    }

    [Fact]
    public Task An_event_is_added() =>
        VerifyFix.Turns<AddKnownEventFix>(
            Handler("\"lemon\""),
            "[assembly: KnownEvent(typeof(GitHubSignatureAttribute), \"lemon\")]\n" + Handler("\"lemon\"")
        );

    [Fact]
    public Task An_event_is_added_behind_the_usings() =>
        VerifyFix.Turns<AddKnownEventFix>(
            "using System.Text;\n\n" + Handler("\"lemon\""),
            "using System.Text;\n\n[assembly: KnownEvent(typeof(GitHubSignatureAttribute), \"lemon\")]\n\n" + Handler("\"lemon\"")
        );

    private static string Handler(string argument) =>
        $$"""
            [Webhook("/a"), GitHubSignature(Secret = nameof(Config.Key))]
            public static class Hooks
            {
                [OnEvent({{argument}})]
                public static Task A() => Task.CompletedTask;
            }

            [PluginConfig]
            public sealed class Config { [Secret] public string? Key { get; init; } }
            """;
}
