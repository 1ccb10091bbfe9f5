using System.Buffers;
using System.Runtime.InteropServices;
using Hooklatch.Bodies;

namespace Hooklatch.Tests.Bodies;

/// <summary>What an author keeps of a body beyond its end: it throws, or stays as it was.</summary>
public sealed class KeptBodyTests : IDisposable
{
    /// <summary>In one piece, in several, and in a file.</summary>
    public static TheoryData<int, int> Bodies =>
        new()
        {
            { 100, 100 },
            { 5000, 1000 },
            { 100_000, 4096 },
        };

    private readonly ReadingRoom _room = new();

    public void Dispose()
    {
        _room.AssertNothingHeld();
        _room.Dispose();
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_window_throws_once_its_body_has_ended(int size, int pieces)
    {
        var body = await ReadAsync(size, pieces);
        var (window, slice) = (body.Window, body.Window[10..20]);
        Assert.Equal(Requests.Bytes(size), window.ToArray());

        body.Dispose();

        Assert.Throws<ObjectDisposedException>(() => window.ToArray());
        Assert.Throws<ObjectDisposedException>(() => slice.Span[0]);
        Assert.Throws<ObjectDisposedException>(() => window.Pin());
        Assert.Throws<ObjectDisposedException>(() => body.Window);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_window_does_not_show_the_array_that_goes_back_to_its_pool(int size, int pieces)
    {
        using var body = await ReadAsync(size, pieces);

        Assert.False(MemoryMarshal.TryGetArray(body.Window, out _));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_copy_stays_as_it_was_and_is_as_long_as_the_body(int size, int pieces)
    {
        var body = await ReadAsync(size, pieces);
        Assert.Equal(BodyFailure.None, body.TryCopy(out var copy));

        body.Dispose();
        using var next = await ReadAsync(size, pieces, seed: 8);

        Assert.Equal(Requests.Bytes(size), copy.ToArray());
        Assert.True(MemoryMarshal.TryGetArray(copy, out var array));
        Assert.Equal(size, array.Array!.Length);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task What_is_pinned_stays_as_it_was_until_it_is_unpinned(int size, int pieces)
    {
        var body = await ReadAsync(size, pieces);
        using var pin = body.Window[50..].Pin();

        body.Dispose();
        using var next = await ReadAsync(size, pieces, seed: 8);

        Assert.Equal(Requests.Bytes(size)[50], ReadNative(pin));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Who_reads_while_the_body_ends_sees_its_bytes_or_an_exception(int size, int pieces)
    {
        var sent = Requests.Bytes(size);
        for (var i = 0; i < 200; i++)
        {
            var body = await ReadAsync(size, pieces);
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var reading = Task.Run(() => ReadUntilItEnds(body, sent, started));
            await started.Task;
            body.Dispose();
            using (await ReadAsync(size, pieces, seed: 8))
            {
                Assert.True(await reading);
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_copy_that_cannot_be_read_whole_is_none_and_costs_nothing(bool isAtEnd)
    {
        using (var body = new FailingBody(100, isAtEnd, _room.Share))
        {
            Assert.ThrowsAny<IOException>(() => body.TryCopy(out _));
            Assert.Equal(0, _room.Budget.MemoryInUse);
        }

        Assert.Equal(0, _room.Budget.MemoryInUse);
    }

    private static bool ReadUntilItEnds(WebhookBody body, byte[] sent, TaskCompletionSource started)
    {
        var seen = new byte[sent.Length];
        try
        {
            while (true)
            {
                var length = body.Read(0, seen);
                started.TrySetResult();
                if (!seen.AsSpan(0, length).SequenceEqual(sent.AsSpan(0, length)))
                {
                    return false;
                }
            }
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }

    private async Task<WebhookBody> ReadAsync(int size, int pieces, int seed = 7) =>
        await _room.ReadBodyAsync(Requests.Cut(Requests.Bytes(size, seed), [pieces]));

    private static unsafe byte ReadNative(MemoryHandle pin) => *(byte*)pin.Pointer;

    /// <summary>A body whose file fails, or ends too early, after half of its bytes.</summary>
    private sealed class FailingBody(int length, bool isAtEnd, BodyBudget.Share share) : WebhookBody(length, share)
    {
        public override bool IsSpooled => true;

        public override ValueTask<int> ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellation) =>
            new(ReadCore(offset, destination.Span));

        protected override ReadOnlyMemory<byte> GetMemory() => throw new NotSupportedException();

        protected override int ReadCore(long offset, Span<byte> destination) =>
            offset < Length / 2 ? (int)(Length / 2 - offset)
            : isAtEnd ? 0
            : throw new IOException("The disk failed.");

        protected override void Release() { }
    }
}
