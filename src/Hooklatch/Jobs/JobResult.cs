using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hooklatch.Jobs;

/// <summary>What a job gives back. Generated code makes one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JobResult
{
    private JobResult(byte[] value) => Value = value;

    /// <summary>The value as JSON; <see langword="null"/> for none.</summary>
    internal byte[]? Value { get; }

    /// <summary>Nothing, once the author's method is done.</summary>
    public static async ValueTask<JobResult> After(Task task)
    {
        ArgumentNullException.ThrowIfNull(task);
        await task;
        return default;
    }

    /// <summary>Nothing, once the author's method is done.</summary>
    public static async ValueTask<JobResult> After(ValueTask task)
    {
        await task;
        return default;
    }

    /// <summary>What the author's method returns, once it is done.</summary>
    public static ValueTask<JobResult> After<T>(Task<T> task, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(task);
        return After(new ValueTask<T>(task), type);
    }

    /// <summary>What the author's method returns, once it is done.</summary>
    public static async ValueTask<JobResult> After<T>(ValueTask<T> task, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(await task, type));
}
