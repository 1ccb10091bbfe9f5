using Hooklatch.Bodies;

namespace Hooklatch.Tests.Bodies;

public sealed class SpooledBodyTests : IDisposable
{
    private readonly ReadingRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData(65_536, false)]
    [InlineData(65_537, true)]
    public async Task A_body_of_more_than_64_KiB_is_spooled(int size, bool spooled)
    {
        var sent = Requests.Bytes(size);
        var hasher = new RecordingHasher();

        using var body = (await _room.ReadAsync(Requests.Arrived(Requests.Cut(sent, [4096])), size, hasher)).Body!;

        Assert.Equal(spooled, body.IsSpooled);
        Assert.Equal(sent, hasher.Seen);
        Assert.Equal(sent, body.Memory.ToArray());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(200_000)]
    public async Task A_larger_body_stays_in_memory_while_most_of_it_is_free(int? declared)
    {
        using var room = new ReadingRoom(inFreeMemory: 200_000);
        var sent = Requests.Bytes(200_000);

        using (var body = (await room.ReadAsync(Requests.Arrived(Requests.Cut(sent, [4096])), declared)).Body!)
        {
            Assert.False(body.IsSpooled);
            Assert.Equal(sent, body.Memory.ToArray());
            // What is charged is what was rented: the next power of two.
            Assert.Equal((256 << 10, 0), (room.Budget.MemoryInUse, room.Budget.DiskInUse));
        }

        room.AssertNothingHeld();
    }

    [Fact]
    public async Task A_body_beyond_what_may_stay_in_free_memory_is_spooled_and_gives_the_memory_back()
    {
        using var room = new ReadingRoom(inFreeMemory: 200_000);
        var sent = Requests.Bytes(200_001);

        using (var body = (await room.ReadAsync(Requests.Arrived(Requests.Cut(sent, [4096])))).Body!)
        {
            Assert.True(body.IsSpooled);
            Assert.Equal(sent, body.Memory.ToArray());
            Assert.Equal((0, 200_001), (room.Budget.MemoryInUse, room.Budget.DiskInUse));
        }

        room.AssertNothingHeld();
    }

    [Fact]
    public async Task A_larger_body_is_spooled_once_memory_is_short()
    {
        // One endpoint may use 400,000 of these, and has most of them free below 100,000: a buffer of 128 KiB is more.
        using var room = new ReadingRoom(memory: 1_600_000, inFreeMemory: 200_000);
        var sent = Requests.Bytes(90_000);

        using var first = await room.ReadBodyAsync(Requests.Cut(sent, [4096]));
        using var second = await room.ReadBodyAsync(Requests.Cut(sent, [4096]));

        Assert.Equal((false, true), (first.IsSpooled, second.IsSpooled));
        Assert.Equal(sent, second.Memory.ToArray());
        Assert.Equal((128 << 10, 90_000), (room.Budget.MemoryInUse, room.Budget.DiskInUse));
    }

    [Theory]
    [InlineData(600_000)] // In one piece of which the buffer alone would be more than the endpoint may hold.
    [InlineData(100_000)]
    public async Task A_body_for_whose_buffer_there_is_no_room_is_spooled(int piece)
    {
        using var room = new ReadingRoom(memory: 2 << 20, inFreeMemory: 1 << 20);
        var sent = Requests.Bytes(600_000);

        using (var body = await room.ReadBodyAsync(Requests.Cut(sent, [piece])))
        {
            Assert.True(body.IsSpooled);
            Assert.Equal(sent, body.Memory.ToArray());
        }

        room.AssertNothingHeld();
    }

    [Fact]
    public async Task The_file_has_no_name_while_it_is_in_use()
    {
        using var body = await _room.ReadBodyAsync(new byte[100_000]);

        Assert.Equal(0, _room.FilesLeft);
    }

    [Fact]
    public async Task Streams_are_independent_seekable_windows()
    {
        var sent = Requests.Bytes(100_000);
        using var body = await _room.ReadBodyAsync(sent);
        using var first = body.OpenRead(10, 50);
        using var second = body.OpenRead(99_990, 10);

        var head = new byte[20];
        first.ReadExactly(head);
        Assert.Equal(sent[99_990..], ReadAll(second));
        Assert.Equal(sent[10..30], head);
        Assert.Equal(sent[30..60], ReadAll(first));
        first.Seek(-1, SeekOrigin.End);
        Assert.Equal([sent[59]], ReadAll(first));
        first.Position = 1000;
        Assert.Equal(0, first.Read(head));
        Assert.Throws<ArgumentOutOfRangeException>(() => body.OpenRead(99_990, 11));
        Assert.Throws<NotSupportedException>(() => first.WriteByte(1));
    }

    [Fact]
    public async Task Nothing_works_after_the_body_is_disposed()
    {
        var body = await _room.ReadBodyAsync(new byte[100_000]);
        var memory = body.Memory;
        var stream = body.OpenRead();

        body.Dispose();

        Assert.Throws<ObjectDisposedException>(() => body.Memory);
        Assert.Throws<ObjectDisposedException>(() => memory.ToArray());
        Assert.Throws<ObjectDisposedException>(() => stream.ReadByte());
        _room.AssertNothingHeld();
    }

    [Fact]
    public async Task Pinned_memory_shows_the_body()
    {
        var sent = Requests.Bytes(100_000);
        using var body = await _room.ReadBodyAsync(sent);

        using var pin = body.Memory[70_000..].Pin();

        Assert.Equal(sent[70_000], ReadNative(pin));
    }

    [Fact]
    public async Task A_directory_that_cannot_be_written_is_an_outcome()
    {
        using var room = new ReadingRoom();
        var limits = room.Limits with { SpoolDirectory = Path.Combine(room.Limits.SpoolDirectory, "missing") };
        var reader = new BodyReader(limits, room.Share, room.Time);

        var result = await reader.ReadAsync(
            Requests.With(Requests.Arrived(new byte[100_000])),
            hasher: null,
            TestContext.Current.CancellationToken
        );

        Assert.Equal((BodyFailure.NoStorage, 503), (result.Failure, result.StatusCode));
        Assert.IsType<DirectoryNotFoundException>(result.Error);
        room.AssertNothingHeld();
    }

    [Fact]
    public async Task A_thousand_spooled_bodies_leave_no_file_and_no_descriptor()
    {
        var sent = Requests.Cut(Requests.Bytes(70_000), [10_000]);
        for (var i = 0; i < 1000; i++)
        {
            var failing = i % 2 == 0;
            var body = await _room.ReadAsync(Requests.Arrived(sent), declared: failing ? 70_001 : 70_000);

            Assert.Equal(failing, body.Failure == BodyFailure.Aborted);
            _ = i % 3 == 0 ? body.Body?.Memory : null;
            body.Body?.Dispose();
        }

        _room.AssertNothingHeld();
    }

    [Fact]
    public async Task The_check_for_descriptors_can_fail()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Descriptors are listed by /proc.");
        using var body = await _room.ReadBodyAsync(new byte[100_000]);

        Assert.Equal(1, _room.DescriptorsLeft);
    }

    private static byte ReadNative(System.Buffers.MemoryHandle pin)
    {
        nint address;
        unsafe
        {
            address = (nint)pin.Pointer;
        }

        return System.Runtime.InteropServices.Marshal.ReadByte(address);
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
