using Hooklatch.Analyzers.Tests.Testing;
using Hooklatch.CodeFixes;

namespace Hooklatch.Analyzers.Tests.Checks;

/// <summary>HL0080, HL0089 to HL0091, and what jobs share with handlers: HL0003, HL0006, HL0038, HL0088.</summary>
public class JobTests
{
    private const string Types = """
        public sealed record Work(string Text);
        public sealed record Other(string Text);
        public sealed record Batch<T>(T[] All);
        public sealed record Unknown(string Text);
        [JsonSerializable(typeof(Work)), JsonSerializable(typeof(Other)), JsonSerializable(typeof(Batch<string>))]
        internal sealed partial class JobJson : JsonSerializerContext;

        """;

    [Theory]
    [InlineData("[Job] public static Task A(Work job) => Task.CompletedTask;")]
    [InlineData("[Job] public static ValueTask A(Work job, JobContext context, CancellationToken cancellation) => default;")]
    [InlineData("[Job] public static Task<Other> A(Work job, IServiceProvider services) => Task.FromResult(new Other(job.Text));")]
    [InlineData("[Job(Name = \"batch\")] public static Task A(Batch<string> job) => Task.CompletedTask;")]
    [InlineData("[Job] public static Task A(Work job, IJobs jobs, IPluginKeyValueStore values) => Task.CompletedTask;")]
    [InlineData("[Recurring(\"* * * * *\")] public static Task A(JobContext context) => Task.CompletedTask;")]
    [InlineData(
        "[Recurring(\"*/5 * * * * *\", TimeZone = \"Europe/Berlin\", Missed = MissedRuns.All)] public static Task A() => Task.CompletedTask;"
    )]
    [InlineData("[Recurring(\"@daily\")] public static Task A() => Task.CompletedTask;")]
    [InlineData("[Job(Name = \"work\", Aliases = [\"Work\", \"work\"])] public static Task A(Work job) => Task.CompletedTask;")]
    [InlineData("[Job, Retry(MaxAttempts = 3), Concurrency(2)] public static Task A(Work job) => Task.CompletedTask;")]
    public Task What_can_be_run_is_accepted(string source) => Check(source);

    [Theory]
    [InlineData("[Job] public static Task {|HL0089:A|}() => Task.CompletedTask;")]
    [InlineData("[Job] public static Task {|HL0089:A|}(JobContext context, Work job) => Task.CompletedTask;")]
    [InlineData("[Job] public static Task {|HL0089:A|}(string job) => Task.CompletedTask;")]
    [InlineData("[Job] public static Task {|HL0089:A|}(Work[] job) => Task.CompletedTask;")]
    [InlineData("[Job] public static Task {|HL0089:A|}(IServiceProvider services) => Task.CompletedTask;")]
    [InlineData("[Job] public static Task {|HL0089:A|}(Batch<string> job) => Task.CompletedTask;")]
    [InlineData("[Job] public static Task {|HL0089:A|}(Work job, WebhookContext delivery) => Task.CompletedTask;")]
    [InlineData("[Job] public static Task {|HL0089:A|}(Work job, HttpContext http) => Task.CompletedTask;")]
    [InlineData("[Job] public static Task {|HL0089:A|}(ref Work job) => Task.CompletedTask;")]
    [InlineData("[Job] public static Task {|HL0089:A|}(Work job, int width = 640) => Task.CompletedTask;")]
    [InlineData("[Job] public static Task {|HL0089:A|}(Work job, string mode = \"fast\") => Task.CompletedTask;")]
    [InlineData("[Job] public static Task {|HL0089:A|}(Work job, byte[] body) => Task.CompletedTask;")]
    [InlineData("[Job] public static Task {|HL0089:A|}(Work job, [FromJson(\"a\")] object a) => Task.CompletedTask;")]
    [InlineData("[Recurring(\"* * * * *\")] public static Task {|HL0089:A|}(HttpContext http) => Task.CompletedTask;")]
    [InlineData("[Job, Recurring(\"* * * * *\")] public static Task {|HL0089:A|}(Work job) => Task.CompletedTask;")]
    [InlineData("[Job, Webhook(\"/a\"), Unverified(\"test\")] public static Task {|HL0089:A|}(Work job) => Task.CompletedTask;")]
    public Task What_cannot_be_run_from_what_is_stored_is_told(string source) => Check(source);

    [Theory]
    [InlineData("[Job] public static {|HL0003:void|} A(Work job) { }")]
    [InlineData("[Job] public static {|HL0003:int|} A(Work job) => 1;")]
    [InlineData("[Recurring(\"* * * * *\")] public static {|HL0003:void|} A() { }")]
    public Task A_job_is_asynchronous(string source) => Check(source);

    [Theory]
    [InlineData("[Job] public static Task A({|HL0006:Unknown|} job) => Task.CompletedTask;")]
    [InlineData("[Job] public static Task<{|HL0006:Unknown|}> A(Work job) => Task.FromResult(new Unknown(\"\"));")]
    public Task A_job_and_its_result_are_covered_by_a_context(string source) => Check(source);

    [Fact]
    public Task A_job_has_one_form() =>
        Check(
            "[Job] public static Task A({|HL0059:Work|} job) => Task.CompletedTask; } [JsonSerializable(typeof(Work))] internal sealed partial class Another : JsonSerializerContext { "
        );

    [Theory]
    [InlineData("[Job(Name = {|HL0090:\"\"|})] public static Task A(Work job) => Task.CompletedTask;")]
    [InlineData("[Job(Name = {|HL0090:\"clean up\"|})] public static Task A(Work job) => Task.CompletedTask;")]
    [InlineData("[Job(Name = {|HL0090:\"/a\"|})] public static Task A(Work job) => Task.CompletedTask;")]
    [InlineData("[Job(Aliases = {|HL0090:[\"a/b\"]|})] public static Task A(Work job) => Task.CompletedTask;")]
    [InlineData(
        "[Job] public static Task A(Work job) => Task.CompletedTask; [Job(Name = {|HL0090:\"work\"|})] public static Task B(Other job) => Task.CompletedTask;"
    )]
    [InlineData(
        "[Job(Aliases = [\"Other\"])] public static Task A(Work job) => Task.CompletedTask; [{|HL0090:Job|}] public static Task B(Other job) => Task.CompletedTask;"
    )]
    public Task A_name_is_one_jobs_own(string source) => Check(source);

    [Fact]
    public Task One_method_runs_jobs_of_a_type() =>
        Check(
            "[Job] public static Task A(Work job) => Task.CompletedTask; [Job(Name = \"b\")] public static Task {|HL0089:B|}(Work job) => Task.CompletedTask;"
        );

    [Theory]
    [InlineData("")]
    [InlineData("every hour")]
    [InlineData("0 */5 * *")]
    [InlineData("60 * * * *")]
    [InlineData("0 0 30 2 *")]
    [InlineData("0 0 31 4,6 *")]
    public Task A_schedule_that_never_comes_is_told(string expression) =>
        Check($"[Recurring({{|HL0091:\"{expression}\"|}})] public static Task A() => Task.CompletedTask;");

    [Theory]
    [InlineData("[Job(TimeoutSeconds = {|HL0088:0|})] public static Task A(Work job) => Task.CompletedTask;")]
    [InlineData("[Job(Version = {|HL0088:0|})] public static Task A(Work job) => Task.CompletedTask;")]
    [InlineData("[Job, Retry(MaxAttempts = {|HL0088:0|})] public static Task A(Work job) => Task.CompletedTask;")]
    [InlineData("[Job, Concurrency({|HL0088:0|})] public static Task A(Work job) => Task.CompletedTask;")]
    [InlineData("[Job, {|HL0088:InOrder(\"id\")|}] public static Task A(Work job) => Task.CompletedTask;")]
    [InlineData("[Recurring(\"* * * * *\", MaxMissed = {|HL0088:1001|})] public static Task A() => Task.CompletedTask;")]
    public Task A_setting_that_cannot_be_kept_is_told(string source) => Check(source);

    [Theory]
    [InlineData(
        "{|HL0080:InOrder(\"id\")|}",
        "[Job] public static Task A(Work job) => Task.CompletedTask; [Recurring(\"* * * * *\")] public static Task B() => Task.CompletedTask;"
    )]
    [InlineData(
        "InOrder(\"id\")",
        "[Job] public static Task A(Work job) => Task.CompletedTask; [Webhook(\"/a\", Mode = WebhookMode.Queued), Unverified(\"A test.\")] public static Task B() => Task.CompletedTask;"
    )]
    [InlineData(
        "{|HL0087:InOrder(\"id\")|}",
        "[Job] public static Task A(Work job) => Task.CompletedTask; [Webhook(\"/a\"), Unverified(\"A test.\")] public static Task B() => Task.CompletedTask;"
    )]
    public Task An_order_over_a_class_of_jobs_is_told_once(string attribute, string members) => Check(members, $"[{attribute}]");

    [Theory]
    [InlineData("[Job] public static Task A(Work job, IJobs jobs) => jobs.EnqueueAsync(job).AsTask();")]
    [InlineData("[Job] public static Task A(Work job, IJobs jobs) => {|HL0092:jobs.EnqueueAsync(new Other(\"\"))|}.AsTask();")]
    [InlineData("public static ValueTask<EnqueuedJob> A<T>(T job, IJobs jobs) where T : notnull => jobs.EnqueueAsync(job);")]
    public Task What_is_enqueued_has_a_method_that_runs_it(string source) => Check(source);

    [Fact]
    public Task An_order_over_a_class_of_jobs_is_left_out() =>
        VerifyFix.Turns<RemoveQueueSettingFix>(
            Source("[Job] public static Task A(Work job) => Task.CompletedTask;", "[InOrder(\"id\")]"),
            // The line of the attribute goes with it.
            Source("[Job] public static Task A(Work job) => Task.CompletedTask;", "").Replace("\n\n\n", "\n\n", StringComparison.Ordinal)
        );

    private static Task Check(string members, string attributes = "") => Verify.Plugin(Source(members, attributes));

    private static string Source(string members, string attributes) =>
        $$"""
            using System.Text.Json.Serialization;
            using Microsoft.AspNetCore.Http;
            {{Types}}
            {{attributes}}
            public static class Jobs { {{members}} }
            """;
}
