using Hooklatch.Analyzers.Tests.Testing;
using Hooklatch.CodeFixes;

namespace Hooklatch.Analyzers.Tests.Fixes;

/// <summary>The fixes of HL0001, HL0008, HL0018, HL0021 and HL0050.</summary>
public class SmallFixTests
{
    [Theory]
    [InlineData("\"orders\"", "\"/orders\"")]
    [InlineData("@\"orders\"", "\"/orders\"")]
    [InlineData("\"\" /* all */", "\"/\" /* all */")]
    [InlineData("nameof(A)", "\"/\" + nameof(A)")]
    [InlineData("endpoint: \"orders\"", "endpoint: \"/orders\"")]
    public Task The_slash_is_added(string before, string after) =>
        VerifyFix.Turns<AddSlashFix>(
            Handler($"[Webhook({before}), Unverified(\"test\")]"),
            Handler($"[Webhook({after}), Unverified(\"test\")]")
        );

    [Fact]
    public Task Every_slash_is_added_at_once() =>
        VerifyFix.TurnsAll<AddSlashFix>(
            """
            public static class Hooks
            {
                [Webhook("a"), Unverified("test")] public static Task A() => Task.CompletedTask;
                [Webhook("b"), Unverified("test")] public static Task B() => Task.CompletedTask;
            }
            """,
            """
            public static class Hooks
            {
                [Webhook("/a"), Unverified("test")] public static Task A() => Task.CompletedTask;
                [Webhook("/b"), Unverified("test")] public static Task B() => Task.CompletedTask;
            }
            """
        );

    [Fact]
    public async Task Nothing_is_offered_where_there_is_no_text() =>
        Assert.Empty(await VerifyFix.Offers<AddSlashFix>(Handler("[Webhook(null!), Unverified(\"test\")]")));

    [Theory]
    [InlineData("[\"post\", \"GET\"]", "[\"POST\", \"GET\"]")]
    [InlineData("new[] { \"m-search\" }", "new[] { \"M-SEARCH\" }")]
    public Task A_method_is_written_in_capitals(string before, string after) =>
        VerifyFix.Turns<UppercaseMethodFix>(
            Handler($"[Webhook(\"/a\", Methods = {before}), Unverified(\"test\")]"),
            Handler($"[Webhook(\"/a\", Methods = {after}), Unverified(\"test\")]")
        );

    [Theory]
    [InlineData("[\"\"]")]
    [InlineData("[\"po st\"]")]
    public async Task What_capitals_do_not_repair_is_left_alone(string methods) =>
        Assert.Empty(await VerifyFix.Offers<UppercaseMethodFix>(Handler($"[Webhook(\"/a\", Methods = {methods}), Unverified(\"test\")]")));

    [Theory]
    [InlineData("public sealed record Config", "public sealed partial record Config", "Make 'Config' partial")]
    [InlineData("public record class Config", "public partial record class Config", "Make 'Config' partial")]
    public Task A_record_is_made_partial(string before, string after, string title) =>
        VerifyFix.Turns<MakePartialFix>(
            $"[PluginConfig]\n{before}\n{{\n    [Secret] public string? Key {{ get; init; }}\n}}",
            $"[PluginConfig]\n{after}\n{{\n    [Secret] public string? Key {{ get; init; }}\n}}",
            title
        );

    [Fact]
    public Task A_record_is_made_partial_with_the_types_around_it() =>
        VerifyFix.Turns<MakePartialFix>(
            "public static class Outer\n{\n    [PluginConfig]\n    public record Config { [Secret] public string? Key { get; init; } }\n}",
            "public static partial class Outer\n{\n    [PluginConfig]\n    public partial record Config { [Secret] public string? Key { get; init; } }\n}",
            "Make the record and the types around it partial"
        );

    [Fact]
    public Task A_reason_is_asked_for() =>
        VerifyFix.Turns<AddReasonFix>(
            Handler("[Webhook(\"/a\"), Unverified(\"\")]"),
            Handler("[Webhook(\"/a\"), Unverified(\"TODO: say why anyone may call this\")]")
        );

    [Fact]
    public Task A_plugin_is_declared_in_a_file_of_its_own() =>
        VerifyFix.Turns<DeclarePluginFix>(
            Handler("[Webhook(\"/a\"), Unverified(\"test\")]"),
            Handler("[Webhook(\"/a\"), Unverified(\"test\")]") + "\n-----\n[assembly: Plugin(\"author\", \"module\")]\n"
        );

    private static string Handler(string attributes) =>
        $$"""
            // What these handlers do.
            public static class Hooks
            {
                {{attributes}} // called often
                public static Task A() => Task.CompletedTask;
            }
            """;
}
