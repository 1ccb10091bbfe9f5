using System.ComponentModel.DataAnnotations;
using Hooklatch.Sessions;
using Microsoft.Extensions.Logging;

namespace SampleWebhook;

/// <summary>Starts a task, answers at once, and tells a chat when the task is done: also where the host is restarted in between.</summary>
internal sealed partial class JobHooks(IJobs jobs, IChatSessions chats, ILogger<JobHooks> logger)
{
    [Webhook("/start_job", Methods = ["POST"], Name = "Start a job", Description = "Starts a task in the background.")]
    [SharedToken(Header = "X-Job-Token", Secret = nameof(SampleConfig.JobToken))]
    public async Task<(TaskAccepted, int)> OnStart(
        [FromJson("task_id"), StringLength(200, MinimumLength = 1)] string taskId,
        [FromJson("notify_chat_key"), StringLength(200, MinimumLength = 1)] string notifyChatKey,
        CancellationToken cancellationToken
    )
    {
        // A caller that asks twice gets one task, as long as that is not done.
        var once = new JobOptions { Deduplicate = $"{taskId.Length} {taskId} {notifyChatKey}", DeduplicateUntilDone = true };
        await jobs.EnqueueAsync(new BackgroundTask(taskId, notifyChatKey), once, cancellationToken);
        return (new TaskAccepted("accepted", taskId, "Job received and being processed in background."), 202);
    }

    /// <summary>Does the task, and tells the chat. What fails is tried again.</summary>
    [Job(TimeoutSeconds = 60)]
    [Retry(MaxAttempts = 10)]
    public async Task Run(BackgroundTask job, JobContext context, CancellationToken cancellationToken)
    {
        await context.ReportAsync(50, "working");
        LogDone(logger, LogText.OneLine(job.TaskId));
        await chats.SendTextAsync(job.NotifyChatKey, $"Job {LogText.OneLine(job.TaskId)} is done.", cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {TaskId} is done.")]
    private static partial void LogDone(ILogger logger, string taskId);
}
