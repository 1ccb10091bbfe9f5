using System.IO.Compression;
using Hooklatch.Binding.Tests.Http;

namespace Hooklatch.Binding.Tests.Hazards;

/// <summary>What a request says of its body chooses no reader: it fits the endpoint or is rejected unread.</summary>
[Collection(Alone.Name)]
public sealed class MediaTypeTests(HooklatchHost host) : IClassFixture<HooklatchHost>
{
    private const string Json = """{"name":"n","count":1}""";

    [Theory]
    [InlineData("/file/one", "application/json", Json)]
    [InlineData("/file/one", "application/x-www-form-urlencoded", "file=content")]
    [InlineData("/form/string", "application/json", """{"value":"v"}""")]
    [InlineData("/form/string", "text/plain", "value=v")]
    [InlineData("/json/payload", "application/x-www-form-urlencoded", Json)]
    [InlineData("/json/payload", "multipart/form-data; boundary=b", Json)]
    [InlineData("/json/payload", "text/plain", Json)]
    [InlineData("/json/payload", "text/html", Json)]
    [InlineData("/fromjson/name", "application/x-www-form-urlencoded", Json)]
    [InlineData("/upload/parts", "application/json", Json)]
    public async Task A_body_of_another_type_is_rejected(string endpoint, string contentType, string body) =>
        Assert.Equal(415, (await host.SendAsync(Request.WithBody(endpoint, contentType, body))).Status);

    [Theory]
    [InlineData("utf-7")]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    [InlineData("iso-8859-1")]
    [InlineData("none-such")]
    [InlineData("\"\"")]
    public async Task A_charset_other_than_utf8_is_rejected(string charset)
    {
        string[] endpoints = ["/json/payload", "/fromjson/name"];
        foreach (var endpoint in endpoints)
        {
            Assert.Equal(415, (await host.SendAsync(Request.WithBody(endpoint, $"application/json; charset={charset}", Json))).Status);
        }

        var form = Request.WithBody("/form/string", $"application/x-www-form-urlencoded; charset={charset}", "value=v");
        Assert.Equal(415, (await host.SendAsync(form)).Status);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    [InlineData("none-such")]
    [InlineData("\"\"")]
    [InlineData("utf-8; charset=utf-16")]
    public async Task The_charset_of_bytes_that_are_handed_on_is_the_authors_concern(string charset)
    {
        string[] endpoints = ["/body/stream", "/body/pipe", "/body/request", "/body/ignored", "/upload/stream"];
        foreach (var endpoint in endpoints)
        {
            Assert.Equal(200, (await host.SendAsync(Request.WithBody(endpoint, $"text/plain; charset={charset}", "hello"))).Status);
        }

        var parts = Multipart.Post(
            "/upload/parts",
            Multipart.Part("form-data; name=a", "v", $"Content-Type: text/plain; charset={charset}\r\n")
        );
        Assert.Equal(200, (await host.SendAsync(parts)).Status);
        Assert.Equal(
            200,
            (
                await host.SendAsync(
                    Request.WithBody(
                        "/upload/parts",
                        $"{Multipart.ContentType}; charset={charset}",
                        Multipart.Body(Multipart.Field("a", "v"))
                    )
                )
            ).Status
        );
    }

    [Theory]
    [InlineData("utf8")]
    [InlineData("\"UTF8\"")]
    [InlineData("csutf8")]
    [InlineData("us-ascii")]
    [InlineData("ansi_x3.4-1968")]
    public async Task A_charset_that_reads_as_utf8_is_accepted(string charset)
    {
        Assert.Equal(200, (await host.SendAsync(Request.WithBody("/json/payload", $"application/json; charset={charset}", Json))).Status);
        Assert.Equal(200, (await host.SendAsync(Request.WithBody("/fromjson/name", $"application/json; charset={charset}", Json))).Status);
        var form = Request.WithBody("/form/string", $"application/x-www-form-urlencoded; charset={charset}", "value=v");
        Assert.Equal(200, (await host.SendAsync(form)).Status);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("zstd")]
    [InlineData("identity")]
    [InlineData("gzip, gzip")]
    public async Task A_content_encoding_is_rejected(string encoding)
    {
        var request = Request.WithBody("/json/payload", "application/json", Json).WithHeader("Content-Encoding", encoding);
        Assert.Equal(415, (await host.SendAsync(request)).Status);
    }

    [Fact]
    public async Task A_zip_bomb_costs_nothing()
    {
        var bomb = Request.WithBody("/json/payload", "application/json", Bomb()).WithHeader("Content-Encoding", "gzip");
        await host.SendAsync(bomb);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var answer = await host.SendAsync(bomb);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.Equal(415, answer.Status);
        // The client's own copies of its 200 KB; unpacked it would be 200 MB.
        Assert.InRange(allocated, 0, 4L << 20);
    }

    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 200; i++)
            {
                gzip.Write(zeros);
            }
        }

        return packed.ToArray();
    }
}
