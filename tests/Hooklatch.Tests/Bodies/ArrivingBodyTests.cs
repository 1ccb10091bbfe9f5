using System.IO.Pipelines;
using System.Text;
using Hooklatch.Bodies;
using Hooklatch.Bodies.Forms;

namespace Hooklatch.Tests.Bodies;

/// <summary>A body that arrives ends with its delivery: the server's reader then belongs to the next request of the connection.</summary>
public sealed class ArrivingBodyTests : IDisposable
{
    private readonly ReadingRoom _room = new();

    public void Dispose()
    {
        _room.AssertNothingHeld();
        _room.Dispose();
    }

    [Fact]
    public async Task A_stream_that_is_kept_does_not_read_the_next_request()
    {
        var pipe = new Pipe();
        var body = Open(pipe.Reader);
        var stream = new ArrivingStream(body);
        await pipe.Writer.WriteAsync("first"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal(5, await stream.ReadAsync(new byte[5], TestContext.Current.CancellationToken));

        await body.DisposeAsync();
        await pipe.Writer.WriteAsync("of the next request"u8.ToArray(), TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => ReadAsync(stream));
        await AssertStillThereAsync(pipe, "of the next request");
    }

    [Fact]
    public async Task A_read_that_waits_ends_with_the_delivery()
    {
        var pipe = new Pipe();
        var body = Open(pipe.Reader);
        var seen = new byte[5];
        var reading = new ArrivingStream(body).ReadAsync(seen, CancellationToken.None).AsTask();
        Assert.False(reading.IsCompleted);

        await body.DisposeAsync();
        await pipe.Writer.WriteAsync("of the next request"u8.ToArray(), TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => reading);
        Assert.Equal(new byte[5], seen);
        await AssertStillThereAsync(pipe, "of the next request");
    }

    [Fact]
    public async Task Parts_that_are_kept_throw()
    {
        var pipe = new Pipe();
        var body = Open(pipe.Reader);
        Assert.True(UploadReader.TryCreate("multipart/form-data; boundary=x", body, FormLimits.Default, out var parts, out _));
        var enumerator = parts.GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await pipe.Writer.WriteAsync(
            Encoding.UTF8.GetBytes("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue"),
            TestContext.Current.CancellationToken
        );
        Assert.True(await enumerator.MoveNextAsync());

        await body.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => ReadAsync(enumerator.Current.Body));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () =>
            await parts.GetAsyncEnumerator(TestContext.Current.CancellationToken).MoveNextAsync()
        );
    }

    [Fact]
    public async Task An_upload_that_waits_holds_one_small_buffer_and_gives_it_back_however_it_ends()
    {
        var pipe = Requests.Lockstep();
        var body = Open(pipe.Reader);
        Assert.True(UploadReader.TryCreate("multipart/form-data; boundary=x", body, FormLimits.Default, out var parts, out _));
        var enumerator = parts.GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var first = enumerator.MoveNextAsync().AsTask();

        await pipe.Writer.WriteAsync("-"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.InRange(_room.Budget.MemoryInUse, 1, 1024);
        await body.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => first);
        await enumerator.DisposeAsync();
        Assert.Equal(0, _room.Budget.MemoryInUse);
    }

    private static async Task ReadAsync(Stream stream) =>
        await stream.ReadExactlyAsync(new byte[50], TestContext.Current.CancellationToken);

    private ArrivingBody Open(PipeReader reader) => new(Requests.With(reader), _room.Limits, _room.Share, _room.Time);

    private static async Task AssertStillThereAsync(Pipe pipe, string expected)
    {
        var rest = await pipe.Reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.EndsWith(expected, Encoding.UTF8.GetString(rest.Buffer), StringComparison.Ordinal);
    }
}
