namespace Hooklatch.Inbox.Running;

/// <summary>What holds for every run of a handler.</summary>
/// <param name="Target">The author's method, <c>Namespace.Class.Method</c>.</param>
/// <param name="Retry">How it is tried again.</param>
/// <param name="TimeoutSeconds">How long it may run.</param>
internal readonly record struct RunPolicy(string Target, RetryPolicy Retry, int TimeoutSeconds);
