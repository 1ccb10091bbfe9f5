using System.Buffers;
using System.IO.Pipelines;

namespace Hooklatch.Bodies;

/// <summary>A body that lies in the server's own buffer. Nothing is copied: the pipe advances when the body is disposed.</summary>
internal sealed class PipeBody(PipeReader reader, ReadOnlySequence<byte> buffer, BodyBudget.Share share) : MemoryBody(buffer.First, share)
{
    private readonly SequencePosition _end = buffer.End;

    protected override void Release()
    {
        Share!.ReturnMemory(Length);
        try
        {
            reader.AdvanceTo(_end);
        }
        catch (Exception error) when (error is InvalidOperationException or OperationCanceledException or IOException)
        {
            // The connection broke while the request ran and the server has taken its buffers back.
        }
    }
}
