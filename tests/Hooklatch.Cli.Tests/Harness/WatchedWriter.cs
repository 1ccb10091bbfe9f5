namespace Hooklatch.Cli.Tests.Harness;

/// <summary>A text that says when its first line is written.</summary>
internal sealed class WatchedWriter : StringWriter
{
    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the first line.</summary>
    public Task FirstLine => _written.Task;

    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        base.WriteLine(value);
        _written.TrySetResult();
    }
}
