using System.Diagnostics;
using System.IO.Pipelines;
using System.Reflection;
using CsCheck;
using Hooklatch.Bodies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hooklatch.Tests.Bodies;

public sealed class BodyReaderTests : IDisposable
{
    private readonly ReadingRoom _room = new(new BodyLimits { MaxSize = 1000 });

    public void Dispose()
    {
        _room.AssertNothingHeld();
        _room.Dispose();
    }

    [Fact]
    public async Task A_body_in_one_segment_is_not_copied()
    {
        var sent = Requests.Bytes(100);

        using var body = await _room.ReadBodyAsync(sent);

        Assert.True(body.Memory.Equals(sent.AsMemory()));
        Assert.False(body.IsSpooled);
        Assert.Equal(100, _room.Budget.MemoryInUse);
    }

    [Fact]
    public async Task A_body_in_several_segments_becomes_one_block()
    {
        using var body = await _room.ReadBodyAsync([1, 2], [3], [4, 5, 6]);

        Assert.Equal([1, 2, 3, 4, 5, 6], body.Memory.ToArray());
    }

    [Fact]
    public async Task An_empty_body_is_a_body()
    {
        using var body = await _room.ReadBodyAsync([]);

        Assert.Equal(0, body.Length);
        Assert.True(body.Memory.IsEmpty);
    }

    [Fact]
    public async Task The_pipe_advances_when_the_body_is_disposed()
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(new byte[10], TestContext.Current.CancellationToken);
        await pipe.Writer.CompleteAsync();
        var result = await _room.ReadAsync(pipe.Reader, declared: 10);

        result.Body!.Dispose();

        var rest = await pipe.Reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.True(rest.IsCompleted && rest.Buffer.IsEmpty);
    }

    [Fact]
    public async Task A_body_that_is_disposed_twice_returns_its_budget_once()
    {
        var body = await _room.ReadBodyAsync([1, 2], [3]);

        body.Dispose();
        body.Dispose();

        Assert.Equal(0, _room.Budget.MemoryInUse);
        Assert.Throws<ObjectDisposedException>(() => body.Memory);
        Assert.Throws<ObjectDisposedException>(() => body.OpenRead());
    }

    [Fact]
    public async Task A_declared_length_over_the_limit_is_rejected_without_reading()
    {
        var result = await _room.ReadAsync(new UntouchableReader(), declared: 1001);

        Assert.Equal((BodyFailure.TooLarge, 413), (result.Failure, result.StatusCode));
    }

    [Theory]
    [InlineData(1000, nameof(BodyFailure.None))]
    [InlineData(1001, nameof(BodyFailure.TooLarge))]
    public async Task A_chunked_body_is_rejected_from_one_byte_over_the_limit_on(int size, string expected)
    {
        var result = await _room.ReadAsync(Requests.Arrived(Requests.Cut(Requests.Bytes(size), [7])));

        Assert.Equal(expected, result.Failure.ToString());
        result.Body?.Dispose();
    }

    [Fact]
    public async Task A_chunked_body_over_the_limit_is_rejected_while_it_still_arrives()
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(new byte[1001], TestContext.Current.CancellationToken);

        var result = await _room.ReadAsync(pipe.Reader);

        Assert.Equal(BodyFailure.TooLarge, result.Failure);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(11)]
    public async Task A_body_of_another_length_than_declared_is_rejected(int actual)
    {
        var result = await _room.ReadAsync(Requests.Arrived(new byte[actual]), declared: 10);

        Assert.Equal((BodyFailure.Aborted, 400), (result.Failure, result.StatusCode));
    }

    [Theory]
    [InlineData(400, nameof(BodyFailure.Aborted))]
    [InlineData(408, nameof(BodyFailure.TooSlow))]
    [InlineData(413, nameof(BodyFailure.TooLarge))]
    public async Task What_the_server_rejects_keeps_its_status(int status, string expected)
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(new byte[3], TestContext.Current.CancellationToken);
        await pipe.Writer.CompleteAsync(new BadHttpRequestException("malformed", status));

        var result = await _room.ReadAsync(pipe.Reader);

        Assert.Equal((expected, status), (result.Failure.ToString(), result.StatusCode));
        Assert.NotNull(result.Error);
    }

    [Fact]
    public async Task A_client_that_goes_away_is_an_outcome_and_no_exception()
    {
        var pipe = Requests.Lockstep();
        using var gone = new CancellationTokenSource();
        var reading = _room.Reader.ReadAsync(Requests.With(pipe.Reader, declared: 10), hasher: null, gone.Token);
        await pipe.Writer.WriteAsync(new byte[3], TestContext.Current.CancellationToken);

        await gone.CancelAsync();

        Assert.Equal(BodyFailure.Aborted, (await reading).Failure);
    }

    [Fact]
    public async Task The_servers_own_limit_is_lifted()
    {
        var http = Requests.With(Requests.Arrived([1]));
        var server = new ServerLimit { MaxRequestBodySize = 30 };
        http.Features.Set<IHttpMaxRequestBodySizeFeature>(server);

        using var body = (await _room.ReadAsync(http)).Body;

        Assert.Null(server.MaxRequestBodySize);
    }

    [Fact]
    public async Task A_hasher_that_throws_leaves_nothing_held()
    {
        await Assert.ThrowsAsync<NotSupportedException>(async () =>
            await _room.ReadAsync(Requests.Arrived([1], [2]), hasher: new BrokenHasher())
        );
        await Assert.ThrowsAsync<NotSupportedException>(async () =>
            await _room.ReadAsync(Requests.Arrived([1]), hasher: new BrokenHasher())
        );
    }

    [Fact]
    public async Task Any_body_in_any_pieces_arrives_as_it_was_sent()
    {
        using var room = new ReadingRoom(new BodyLimits { MaxSize = 1 << 20, MaxInMemory = 1000 });
        var bodies = Gen.Select(Gen.Byte.Array[0, 5000], Gen.Int[1, 2000].Array[1, 10], Gen.Bool, Gen.Bool);

        await bodies.SampleAsync(
            async (sent, sizes, declare, slowly) =>
            {
                var hasher = new RecordingHasher();
                var pieces = Requests.Cut(sent, sizes);
                var pipe = slowly ? SendSlowly(pieces) : Requests.Arrived(pieces);

                using var body = (await room.ReadAsync(pipe, declare ? sent.Length : null, hasher)).Body!;

                Assert.Equal(sent.Length > 1000, body.IsSpooled);
                Assert.Equal(sent, body.Memory.ToArray());
                Assert.Equal(sent, hasher.Seen);
            },
            iter: 300,
            threads: 1
        );
        room.AssertNothingHeld();
    }

    private static PipeReader SendSlowly(byte[][] pieces)
    {
        var pipe = Requests.Lockstep();
        _ = SendAsync();
        return pipe.Reader;

        async Task SendAsync()
        {
            foreach (var piece in pieces)
            {
                await pipe.Writer.WriteAsync(piece);
            }

            await pipe.Writer.CompleteAsync();
        }
    }

    private sealed class ServerLimit : IHttpMaxRequestBodySizeFeature
    {
        public bool IsReadOnly => false;

        public long? MaxRequestBodySize { get; set; }
    }

    private sealed class BrokenHasher : IBodyHasher
    {
        public void Append(ReadOnlySpan<byte> bytes) => throw new NotSupportedException();
    }

    private sealed class UntouchableReader : PipeReader
    {
        public override void AdvanceTo(SequencePosition consumed) => throw new InvalidOperationException("touched");

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) =>
            throw new InvalidOperationException("touched");

        public override void CancelPendingRead() => throw new InvalidOperationException("touched");

        public override void Complete(Exception? exception = null) => throw new InvalidOperationException("touched");

        public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("touched");

        public override bool TryRead(out ReadResult result) => throw new InvalidOperationException("touched");
    }
}
