using Hooklatch.Analyzers.Tests.Testing;
using Hooklatch.CodeFixes;

namespace Hooklatch.Analyzers.Tests.Fixes;

/// <summary>The fixes of HL0089 to HL0091, and those that jobs share with handlers.</summary>
public class JobFixTests
{
    [Fact]
    public Task A_method_that_is_two_things_becomes_one() =>
        VerifyFix.Turns<DivideJobFix>(
            Jobs("[Job, Recurring(\"* * * * *\")] public static Task A(Work job) => Task.CompletedTask;"),
            Jobs("[Job] public static Task A(Work job) => Task.CompletedTask;"),
            "Remove [Recurring]"
        );

    [Fact]
    public async Task What_one_attribute_less_does_not_repair_is_left_alone() =>
        Assert.Empty(await VerifyFix.Offers<DivideJobFix>(Jobs("[Job] public static Task A(string job) => Task.CompletedTask;")));

    [Theory]
    [InlineData("Job(Name = \"clean up\")", "Job(Name = \"Jobs.A\")")]
    [InlineData("Job(Version = 2, Name = \"\")", "Job(Version = 2, Name = \"Jobs.A\")")]
    public Task A_job_is_named_after_its_method(string before, string after) =>
        VerifyFix.Turns<NameJobFix>(
            Jobs($"[{before}] public static Task A(Work job) => Task.CompletedTask;"),
            Jobs($"[{after}] public static Task A(Work job) => Task.CompletedTask;")
        );

    [Theory]
    [InlineData("0 6 30 2 *", "0 6 L 2 *")]
    [InlineData("0 0 6 31 4 *", "0 0 6 L 4 *")]
    public Task A_day_that_no_month_has_becomes_the_last(string before, string after) =>
        VerifyFix.Turns<LastDayFix>(
            Jobs($"[Recurring(\"{before}\")] public static Task A() => Task.CompletedTask;"),
            Jobs($"[Recurring(\"{after}\")] public static Task A() => Task.CompletedTask;")
        );

    [Theory]
    [InlineData("every hour")]
    [InlineData("60 * * * *")]
    public async Task What_the_last_day_does_not_repair_is_left_alone(string expression) =>
        Assert.Empty(
            await VerifyFix.Offers<LastDayFix>(Jobs($"[Recurring(\"{expression}\")] public static Task A() => Task.CompletedTask;"))
        );

    [Fact]
    public Task A_method_is_added_for_a_job_that_nobody_runs() =>
        VerifyFix.Turns<AddJobFix>(
            Jobs("public static Task A(IJobs jobs) => jobs.EnqueueAsync(new Work(\"\")).AsTask();"),
            Jobs(
                    "public static Task A(IJobs jobs) => jobs.EnqueueAsync(new Work(\"\")).AsTask();\n    [Job]\n    public static Task RunWork(Work job, JobContext context) => throw new NotImplementedException();\n"
                )
                .Replace("\n }", "\n}", StringComparison.Ordinal)
        );

    [Fact]
    public Task A_job_is_made_asynchronous() =>
        VerifyFix.Turns<MakeAsynchronousFix>(
            Jobs("[Job] public static void A(Work job) { }"),
            Jobs("[Job] public static Task A(Work job) { return Task.CompletedTask; }")
        );

    private static string Jobs(string members) =>
        $$"""
            using System.Text.Json.Serialization;
            public sealed record Work(string Text);
            [JsonSerializable(typeof(Work))] internal sealed partial class JobJson : JsonSerializerContext;
            public static class Jobs { {{members}} }
            """;
}
