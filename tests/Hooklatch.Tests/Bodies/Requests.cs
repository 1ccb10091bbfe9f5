using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hooklatch.Tests.Bodies;

/// <summary>Requests whose bodies arrive exactly as a test says.</summary>
internal static class Requests
{
    public static DefaultHttpContext With(PipeReader body, long? declared = null, string? contentType = null)
    {
        var http = new DefaultHttpContext();
        http.Features.Set<IRequestBodyPipeFeature>(new BodyFeature(body));
        http.Request.ContentLength = declared;
        http.Request.ContentType = contentType;
        return http;
    }

    /// <summary>A body that is there already, in these segments.</summary>
    public static PipeReader Arrived(params byte[][] segments)
    {
        var last = new Segment(segments.Length == 0 ? default : segments[0], null);
        var first = last;
        foreach (var segment in segments.Skip(1))
        {
            last = new Segment(segment, last);
        }

        return PipeReader.Create(new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length));
    }

    /// <summary>A pipe whose flush completes when the reader has taken every byte.</summary>
    public static Pipe Lockstep() =>
        new(new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1, useSynchronizationContext: false));

    public static byte[] Bytes(int count, int seed = 7)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    /// <summary>Cuts bytes into pieces of the given sizes, over and over.</summary>
    public static byte[][] Cut(byte[] bytes, int[] sizes)
    {
        var pieces = new List<byte[]>();
        for (int start = 0, i = 0; start < bytes.Length; i++)
        {
            var count = Math.Min(sizes[i % sizes.Length], bytes.Length - start);
            pieces.Add(bytes[start..(start + count)]);
            start += count;
        }

        return [.. pieces];
    }

    private sealed record BodyFeature(PipeReader Reader) : IRequestBodyPipeFeature;

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? previous)
        {
            Memory = memory;
            if (previous is not null)
            {
                RunningIndex = previous.RunningIndex + previous.Memory.Length;
                previous.Next = this;
            }
        }
    }
}
