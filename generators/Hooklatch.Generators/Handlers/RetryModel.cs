namespace Hooklatch.Generators.Handlers;

/// <summary>How a queued handler is tried again.</summary>
internal sealed record RetryModel(int MaxAttempts, int FirstDelaySeconds, int MaxDelaySeconds);
