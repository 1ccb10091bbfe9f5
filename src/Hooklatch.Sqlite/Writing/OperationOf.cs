namespace Hooklatch.Sqlite.Writing;

/// <summary>An operation with a result.</summary>
/// <param name="run">What is done.</param>
/// <param name="abandoned">Told the result where it is on the disk and the caller has left.</param>
internal sealed class Operation<T>(Func<Session, T> run, Action<T>? abandoned = null) : Operation
{
    private readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Task => _source.Task;

    protected override void RunCore(Session session) => _result = run(session);

    protected override void CompleteCore()
    {
        if (!_source.TrySetResult(_result!))
        {
            abandoned?.Invoke(_result!);
        }
    }

    protected override void FailCore(Exception error) => _source.TrySetException(error);

    protected override void Release() => _source.TrySetCanceled(Token);
}
