using System.Buffers;
using System.IO.Pipelines;
using Hooklatch.Bodies.Forms;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Bodies;

/// <summary>
/// A body that is handed on while it arrives, within the same size and time as one that is kept. Its reader is a handler,
/// so a failure is a <see cref="BadHttpRequestException"/> with the status of the answer.
/// </summary>
internal sealed class ArrivingBody(HttpContext http, BodyLimits limits, BodyBudget.Share share, TimeProvider time)
    : IByteSource,
        IAsyncDisposable
{
    private readonly PipeReader _reader = http.Request.BodyReader;
    private readonly long? _declared = http.Request.ContentLength;
    private readonly BodyBuffers _buffers = new(share);
    private readonly Lock _gate = new();
    private long _consumed;
    private BodyDeadline? _deadline;
    private bool _isReading;
    private bool _ended;

    /// <summary>Completes when the read has ended during which the delivery did.</summary>
    private TaskCompletionSource? _lastRead;

    /// <summary>The body part by part, where the handler takes it so.</summary>
    public UploadReader? Parts { get; set; }

    /// <summary>The body as a stream.</summary>
    public Stream Stream => field ??= new ArrivingStream(this);

    public async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellation)
    {
        if (destination.IsEmpty)
        {
            return 0;
        }

        Enter();
        try
        {
            return _declared > limits.MaxSize ? throw TooLarge() : await ReadNextAsync(destination, cancellation);
        }
        finally
        {
            Leave();
        }
    }

    public bool TryTake(int bytes) => _buffers.TryTake(bytes);

    public void Return(int bytes) => _buffers.Return(bytes);

    /// <summary>
    /// Ends the body with its delivery. The server's reader serves the next request of the connection, so no read of this one may be left on
    /// it: one that waits is ended, and every later one throws <see cref="ObjectDisposedException"/>.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        Task? lastRead = null;
        lock (_gate)
        {
            _ended = true;
            if (_isReading)
            {
                _lastRead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                lastRead = _lastRead.Task;
            }
        }

        if (lastRead is not null)
        {
            BodyDeadline.CancelRead(_reader);
            await lastRead;
        }

        _deadline?.Dispose();
        _buffers.Dispose();
    }

    private void Enter()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_ended, typeof(WebhookBody));
            if (_isReading)
            {
                throw new InvalidOperationException("A body that is still arriving is read by one reader at a time.");
            }

            _isReading = true;
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            _isReading = false;
            _lastRead?.SetResult();
        }
    }

    private async ValueTask<int> ReadNextAsync(Memory<byte> destination, CancellationToken cancellation)
    {
        while (true)
        {
            var read = await ReadAsync(cancellation);
            if (_ended)
            {
                _reader.AdvanceTo(read.Buffer.Start);
                ObjectDisposedException.ThrowIf(true, typeof(WebhookBody));
            }

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

    private static BadHttpRequestException TooLarge() => new("The body is too large.", StatusCodes.Status413PayloadTooLarge);
}
