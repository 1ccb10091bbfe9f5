using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Bodies;

/// <summary>Reads the bodies of one endpoint: once, within size, time and budget, hashing while the bytes arrive.</summary>
internal sealed class BodyReader(BodyLimits limits, BodyBudget.Share share, TimeProvider time)
{
    /// <summary>Reads the body of a request. Whatever may go wrong is in the result; only a bug throws.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<BodyReadResult> ReadAsync(HttpContext http, IBodyHasher? hasher, CancellationToken cancellation)
    {
        var declared = http.Request.ContentLength;
        if (declared > limits.MaxSize)
        {
            return BodyReadResult.Failed(BodyFailure.TooLarge);
        }

        ServerBodyLimit.Lift(http);
        var reader = http.Request.BodyReader;
        var received = 0L;
        BodyDeadline? deadline = null;
        BodyIntake? intake = null;
        try
        {
            while (true)
            {
                var read = await BodyDeadline.ReadAsync(ref deadline, reader, limits, time, declared, cancellation);
                received += read.Buffer.Length;
                deadline?.Extend(received);

                if (Check(read, received, declared, deadline) is var rejected and not BodyFailure.None)
                {
                    reader.AdvanceTo(read.Buffer.End);
                    return BodyReadResult.Failed(rejected);
                }

                if (intake is null && IsWholeInOnePiece(read))
                {
                    return Keep(reader, read.Buffer, hasher);
                }

                intake ??= new BodyIntake(limits, share, declared);
                if (await TakeAsync(reader, read.Buffer, intake, hasher, cancellation) is var failure and not BodyFailure.None)
                {
                    return BodyReadResult.Failed(failure, intake.Error);
                }

                if (read.IsCompleted)
                {
                    return await intake.CompleteAsync(cancellation);
                }
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            return BodyReadResult.From(error);
        }
        finally
        {
            deadline?.Dispose();
            intake?.Dispose();
        }
    }

    private BodyFailure Check(ReadResult read, long received, long? declared, BodyDeadline? deadline) =>
        received > limits.MaxSize ? BodyFailure.TooLarge
        : read.IsCanceled && deadline is { HasPassed: true } ? BodyFailure.TooSlow
        : read.IsCompleted && received != (declared ?? received) ? BodyFailure.Aborted
        : BodyFailure.None;

    private bool IsWholeInOnePiece(ReadResult read) =>
        read.IsCompleted && read.Buffer.IsSingleSegment && read.Buffer.Length <= limits.MaxInMemory;

    private BodyReadResult Keep(PipeReader reader, ReadOnlySequence<byte> buffer, IBodyHasher? hasher)
    {
        if (!share.TryTakeMemory(buffer.Length))
        {
            reader.AdvanceTo(buffer.End);
            return BodyReadResult.Failed(BodyFailure.NoBudget);
        }

        var body = new PipeBody(reader, buffer, share);
        try
        {
            hasher?.Append(buffer.FirstSpan);
        }
        catch
        {
            body.Dispose();
            throw;
        }

        return BodyReadResult.Read(body);
    }

    private static async ValueTask<BodyFailure> TakeAsync(
        PipeReader reader,
        ReadOnlySequence<byte> arrived,
        BodyIntake intake,
        IBodyHasher? hasher,
        CancellationToken cancellation
    )
    {
        try
        {
            var left = arrived.Length;
            foreach (var segment in arrived)
            {
                hasher?.Append(segment.Span);
                if (await intake.AcceptAsync(segment, left, cancellation) is var failure and not BodyFailure.None)
                {
                    return failure;
                }

                left -= segment.Length;
            }

            return BodyFailure.None;
        }
        finally
        {
            // Also after a failure: a pipe that is left in the middle of a read breaks the server's own clean-up.
            reader.AdvanceTo(arrived.End);
        }
    }
}
