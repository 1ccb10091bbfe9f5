using Microsoft.AspNetCore.Http;

namespace Hooklatch.Sessions.Tests;

public sealed class ChatFileTests
{
    [Theory]
    [InlineData("week.txt", "week.txt")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\reports\\week.txt", "week.txt")]
    [InlineData("a\r\nX-Injected: b.txt", "aX-Injected: b.txt")]
    [InlineData("", "file")]
    [InlineData("reports/", "file")]
    public void A_name_is_one_line_and_no_path(string name, string shown) =>
        Assert.Equal(shown, new ChatFile(name, ReadOnlyMemory<byte>.Empty).Name);

    [Fact]
    public void A_media_type_that_is_none_is_the_callers_mistake() =>
        Assert.Throws<ArgumentException>(() => new ChatFile("a", ReadOnlyMemory<byte>.Empty, "text/plain\r\nX: y"));

    [Theory]
    [InlineData("text/plain; charset=utf-8", "text/plain; charset=utf-8")]
    [InlineData("", "application/octet-stream")]
    [InlineData("nonsense", "application/octet-stream")]
    public void A_media_type_of_an_upload_is_the_senders(string sent, string taken)
    {
        var upload = new FormFile(Stream.Null, 0, 0, "a", "b") { Headers = new HeaderDictionary(), ContentType = sent };

        Assert.Equal(taken, ChatFile.From(upload).MediaType);
    }

    [Fact]
    public void A_content_is_read_from_its_beginning_each_time()
    {
        var file = new ChatFile("a", new byte[] { 0, 1, 2, 3 }.AsMemory(1, 2));

        for (var i = 0; i < 2; i++)
        {
            using var content = file.OpenRead();
            Assert.Equal([1, content.ReadByte() == 1 ? 2 : -1, -1], new[] { 1, content.ReadByte(), content.ReadByte() });
            Assert.False(content.CanWrite);
        }
    }
}
