namespace Hooklatch.AotTests;

/// <summary>What the sample plugin promises.</summary>
internal static class Sample
{
    public const string Secret = "It's a Secret to Everybody";

    /// <summary>The setting that gives the host the secret.</summary>
    public const string WithSecret = "--Plugins:dev.sample_webhook:GitHubWebhookSecret=" + Secret;

    public const string ReportToken = "r3p0rt";

    /// <summary>The setting that gives the host the token of uploaders.</summary>
    public const string WithReportToken = "--Plugins:dev.sample_webhook:ReportToken=" + ReportToken;

    public const string JobToken = "j0b";

    /// <summary>The setting that gives the host the token of whoever starts jobs.</summary>
    public const string WithJobToken = "--Plugins:dev.sample_webhook:JobToken=" + JobToken;

    public const string StartJob = "/api/plugin/dev.sample_webhook/webhook/start_job";

    public const string GitHub = "/api/plugin/dev.sample_webhook/webhook/github";

    public const string Resource = "/api/plugin/dev.sample_webhook/webhook/resource";
}
