using Hooklatch.Bodies;

namespace Hooklatch.Tests.Bodies;

internal sealed class RecordingHasher : IBodyHasher
{
    private readonly List<byte> _seen = [];

    public byte[] Seen => [.. _seen];

    public void Append(ReadOnlySpan<byte> bytes) => _seen.AddRange(bytes);
}
