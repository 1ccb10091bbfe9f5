using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Bodies;

/// <summary>
/// A body that is handed on while it arrives, within the same size and time as one that is kept. Its reader is a handler,
/// so a failure is a <see cref="BadHttpRequestException"/> with the status of the answer.
/// </summary>
internal sealed class ArrivingBody(HttpContext http, BodyLimits limits, TimeProvider time) : IByteSource, IDisposable
{
    private readonly PipeReader _reader = http.Request.BodyReader;
    private readonly long? _declared = http.Request.ContentLength;
    private long _consumed;
    private BodyDeadline? _deadline;

    public async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellation)
    {
        if (destination.IsEmpty)
        {
            return 0;
        }

        if (_declared > limits.MaxSize)
        {
            throw TooLarge();
        }

        while (true)
        {
            var read = await ReadAsync(cancellation);
            var count = (int)Math.Min(read.Buffer.Length, destination.Length);
            var received = _consumed + read.Buffer.Length;
            var taken = read.Buffer.Slice(0, count);
            taken.CopyTo(destination.Span);
            _reader.AdvanceTo(taken.End);
            _consumed += count;
            _deadline?.Extend(received);

            if (received > limits.MaxSize)
            {
                throw TooLarge();
            }

            if (read.IsCanceled && _deadline is { HasPassed: true })
            {
                throw new BadHttpRequestException("The body did not arrive in its time.", StatusCodes.Status408RequestTimeout);
            }

            if (count > 0 || read.IsCompleted)
            {
                return count;
            }
        }
    }

    /// <summary>A sender that goes away is the sender's fault, not the handler's.</summary>
    private async ValueTask<ReadResult> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            return await BodyDeadline.ReadAsync(ref _deadline, _reader, limits, time, _declared, cancellation);
        }
        catch (IOException error) when (error is not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The body ended early.", StatusCodes.Status400BadRequest, error);
        }
    }

    public void Dispose() => _deadline?.Dispose();

    private static BadHttpRequestException TooLarge() => new("The body is too large.", StatusCodes.Status413PayloadTooLarge);
}
