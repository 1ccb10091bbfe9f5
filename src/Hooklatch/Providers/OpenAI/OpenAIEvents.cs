namespace Hooklatch.Providers;

/// <summary>
/// The names of OpenAI's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: github.com/openai/openai-node, src/resources/webhooks/webhooks.ts; as of 2026-08-21. A name that is newer is added with
/// <see cref="KnownEventAttribute"/>.
/// </remarks>
public static class OpenAIEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string BatchCancelled = "batch.cancelled";
    public const string BatchCompleted = "batch.completed";
    public const string BatchExpired = "batch.expired";
    public const string BatchFailed = "batch.failed";
    public const string EvalRunCanceled = "eval.run.canceled";
    public const string EvalRunFailed = "eval.run.failed";
    public const string EvalRunSucceeded = "eval.run.succeeded";
    public const string FineTuningJobCancelled = "fine_tuning.job.cancelled";
    public const string FineTuningJobFailed = "fine_tuning.job.failed";
    public const string FineTuningJobSucceeded = "fine_tuning.job.succeeded";
    public const string LiveCallIncoming = "live.call.incoming";
    public const string RealtimeCallIncoming = "realtime.call.incoming";
    public const string ResponseCancelled = "response.cancelled";
    public const string ResponseCompleted = "response.completed";
    public const string ResponseFailed = "response.failed";
    public const string ResponseIncomplete = "response.incomplete";
#pragma warning restore CS1591
}
