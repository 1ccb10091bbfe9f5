using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Text;
using CsCheck;
using Hooklatch.Bodies;
using Hooklatch.Bodies.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Hooklatch.Tests.Bodies.Forms;

public class UploadReaderTests
{
    private static readonly string TwoParts = TestForms.Whole(TestForms.Field("a", "1"), TestForms.File("f", "../f.txt", "content"));

    [Fact]
    public async Task Parts_come_in_order_with_their_content()
    {
        var seen = new List<string>();
        await foreach (var part in Open(Arrived(TwoParts)))
        {
            seen.Add($"{part.Name} {part.FileName} {part.ContentType} {await ReadAsync(part)}");
        }

        Assert.Equal(["a   1", "f f.txt text/plain content"], seen);
    }

    [Fact]
    public async Task A_part_is_handed_on_before_the_next_arrives()
    {
        var pipe = Requests.Lockstep();
        await using var parts = Open(pipe.Reader).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var cut = TwoParts.IndexOf("content", StringComparison.Ordinal);

        var first = parts.MoveNextAsync().AsTask();
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(TwoParts[..cut]), TestContext.Current.CancellationToken);
        Assert.True(await first);
        Assert.True(await parts.MoveNextAsync());
        var reading = ReadAsync(parts.Current);
        Assert.False(reading.IsCompleted);
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(TwoParts[cut..]), TestContext.Current.CancellationToken);
        await pipe.Writer.CompleteAsync();

        Assert.Equal("content", await reading);
        Assert.False(await parts.MoveNextAsync());
    }

    [Fact]
    public async Task What_is_left_unread_is_skipped_and_gone()
    {
        var parts = new List<UploadedPart>();
        await foreach (var part in Open(Arrived(TwoParts)))
        {
            parts.Add(part);
        }

        Assert.Equal(2, parts.Count);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => ReadAsync(parts[0]));
    }

    [Fact]
    public async Task A_handler_may_stop_early_and_may_close_a_part()
    {
        await foreach (var part in Open(Arrived(TwoParts)))
        {
            await part.Body.DisposeAsync();
            if (part.Name == "a")
            {
                continue;
            }

            break;
        }
    }

    [Fact]
    public async Task Any_segments_give_what_the_form_reader_gives()
    {
        var content = Gen.Char["\r\n-b a"].Array[0, 300].Select(characters => new string(characters).Replace("--b", "--a"));
        var cases = Gen.Select(content, content, Gen.Int[1, 90].Array[1, 8]);

        await cases.SampleAsync(
            async (first, second, sizes) =>
            {
                var body = TestForms.Whole(TestForms.File("x", "x", first), TestForms.File("y", "y", second));
                var contents = new List<string>();
                await foreach (var part in Open(Requests.Arrived(Requests.Cut(Encoding.UTF8.GetBytes(body), sizes))))
                {
                    contents.Add(await ReadAsync(part));
                }

                Assert.Equal([first, second], contents);
            },
            iter: 300,
            threads: 1
        );
    }

    [Fact]
    public async Task An_upload_that_is_cut_anywhere_is_rejected_with_400()
    {
        for (var length = 0; length < TwoParts.Length - 2; length++)
        {
            await AssertRejectedAsync(StatusCodes.Status400BadRequest, Open(Arrived(TwoParts[..length])));
        }
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(-1, 413)]
    public async Task The_limit_of_the_body_holds_for_uploads(int spare, int? status)
    {
        var limits = new BodyLimits { MaxSize = TwoParts.Length + spare };

        await AssertRejectedAsync(status, Open(Arrived(TwoParts), limits));
        await AssertRejectedAsync(status, Open(Arrived(TwoParts), limits, declared: TwoParts.Length));
    }

    [Fact]
    public async Task The_deadline_of_the_body_holds_for_uploads()
    {
        var time = new FakeTimeProvider();
        var pipe = Requests.Lockstep();
        var rejected = AssertRejectedAsync(StatusCodes.Status408RequestTimeout, Open(pipe.Reader, time: time, declared: 10));
        await pipe.Writer.WriteAsync(new byte[3], TestContext.Current.CancellationToken);

        time.Advance(TimeSpan.FromSeconds(6));

        await rejected;
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json")]
    [InlineData("multipart/form-data")]
    public void Other_content_types_are_rejected_before_anything_is_read(string contentType)
    {
        Assert.False(TryOpen(Arrived(""), contentType, BodyLimits.Default, TimeProvider.System, null, out _, out var failure));
        Assert.NotEmpty(failure.Message);
    }

    private static PipeReader Arrived(string body) => Requests.Arrived(Requests.Cut(Encoding.UTF8.GetBytes(body), [5]));

    private static UploadReader Open(PipeReader body, BodyLimits? limits = null, TimeProvider? time = null, long? declared = null)
    {
        Assert.True(
            TryOpen(body, TestForms.Multipart, limits ?? BodyLimits.Default, time ?? TimeProvider.System, declared, out var reader, out _)
        );
        return reader;
    }

    private static bool TryOpen(
        PipeReader body,
        string contentType,
        BodyLimits limits,
        TimeProvider time,
        long? declared,
        [NotNullWhen(true)] out UploadReader? reader,
        [NotNullWhen(false)] out FormFailure? failure
    )
    {
        var http = Requests.With(body, declared, contentType);
        var arriving = new ArrivingBody(http, limits, new BodyBudget().CreateShare(), time);
        return UploadReader.TryCreate(contentType, arriving, FormLimits.Default, out reader, out failure);
    }

    private static async Task AssertRejectedAsync(int? status, UploadReader upload)
    {
        var error = await Record.ExceptionAsync(async () =>
        {
            await foreach (var part in upload)
            {
                await ReadAsync(part);
            }
        });

        Assert.Equal(status, (error as BadHttpRequestException)?.StatusCode);
        Assert.Equal(status is null, error is null);
    }

    private static async Task<string> ReadAsync(UploadedPart part)
    {
        using var content = new MemoryStream();
        await part.Body.CopyToAsync(content);
        return Encoding.UTF8.GetString(content.ToArray());
    }
}
