using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hooklatch.Jobs;

/// <summary>A method that runs jobs of a type.</summary>
/// <typeparam name="TJob">The type.</typeparam>
/// <param name="name">What its jobs are stored as.</param>
/// <param name="target">The author's method.</param>
/// <param name="type">How a job is read and written.</param>
/// <param name="call">The generated call.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JobHandler<TJob>(string name, string target, JsonTypeInfo<TJob> type, JobCall<TJob> call) : JobHandler(name, target)
    where TJob : notnull
{
    internal override Type JobType => typeof(TJob);

    internal override JobCall Read(ReadOnlyMemory<byte> body)
    {
        var job = JsonSerializer.Deserialize(body.Span, type) ?? throw new JsonException("The job is null.");
        return run => call(job, run);
    }

    internal byte[] Write(TJob job) => JsonSerializer.SerializeToUtf8Bytes(job, type);
}
