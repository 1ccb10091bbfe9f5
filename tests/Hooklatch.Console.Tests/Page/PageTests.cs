using System.IO.Compression;
using Hooklatch.Console.Page;
using Hooklatch.Console.Tests.Access;
using Microsoft.AspNetCore.Builder;

namespace Hooklatch.Console.Tests.Page;

/// <summary>How the files of the page are served.</summary>
public sealed class PageTests
{
    private const string Index = "/hooklatch/";

    private static byte[] Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream($"assets/{name}")!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    [Theory]
    [InlineData("/hooklatch", "/hooklatch/")]
    [InlineData("/hooklatch?a=b", "/hooklatch/?a=b")]
    public async Task Without_its_slash_the_page_redirects_so_that_relative_paths_work(string path, string location)
    {
        await using var host = await ConsoleHost.StartAsync();

        using var answer = await host.GetAsync(path);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(location, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Below_a_path_base_it_redirects_below_it()
    {
        await using var host = await ConsoleHost.StartAsync(use: app =>
        {
            app.UsePathBase("/base");
            app.UseRouting();
            app.MapHooklatchConsole();
        });

        using var redirect = await host.GetAsync("/base/hooklatch");
        using var index = await host.GetAsync("/base/hooklatch/");

        Assert.Equal("/base/hooklatch/", redirect.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, index.StatusCode);
    }

    [Fact]
    public async Task Every_file_of_the_table_is_served_as_it_is_and_compressed_with_one_tag_each()
    {
        await using var host = await ConsoleHost.StartAsync();
        foreach (var name in PageAssets.All.Keys)
        {
            var (tags, encodings) = (new HashSet<string>(), new HashSet<string>());
            foreach (var encoding in new[] { null, "gzip", "br" })
            {
                using var answer = await host.GetAsync(Index + name, headers: ("Accept-Encoding", encoding));

                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
                Assert.Contains("Accept-Encoding", answer.Headers.Vary);
                Assert.Equal(Read(name), await DecodeAsync(answer));
                tags.Add(answer.Headers.ETag!.Tag);
                encodings.Add(string.Concat(answer.Content.Headers.ContentEncoding));
            }

            Assert.Equal(encodings.Count, tags.Count);
        }
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("identity", "")]
    [InlineData("br;q=0", "")]
    public async Task A_browser_gets_what_it_can_read(string accepted, string encoding)
    {
        await using var host = await ConsoleHost.StartAsync();

        using var answer = await host.GetAsync(Index, headers: ("Accept-Encoding", accepted));

        Assert.Equal(encoding, string.Concat(answer.Content.Headers.ContentEncoding));
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(Read("index.html"), await DecodeAsync(answer));
    }

    [Fact]
    public async Task What_a_browser_has_already_is_not_sent_again()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var first = await host.GetAsync(Index, headers: ("Accept-Encoding", "br"));
        var tag = first.Headers.ETag!.Tag;

        using var known = await host.GetAsync(Index, headers: [("Accept-Encoding", "br"), ("If-None-Match", $"\"other\", W/{tag}")]);
        using var any = await host.GetAsync(Index, headers: ("If-None-Match", "*"));
        using var other = await host.GetAsync(Index, headers: [("Accept-Encoding", "br"), ("If-None-Match", "\"other\"")]);

        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Empty(await known.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(tag, known.Headers.ETag?.Tag);
        Assert.Equal(HttpStatusCode.NotModified, any.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task HEAD_says_what_GET_would_and_sends_nothing()
    {
        await using var host = await ConsoleHost.StartAsync();

        using var answer = await host.SendAsync(HttpMethod.Head, Index);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Read("index.html").Length, answer.Content.Headers.ContentLength);
        Assert.NotNull(answer.Headers.ETag);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/hooklatch/nothing.js")]
    [InlineData("/hooklatch/INDEX.HTML")]
    [InlineData("/hooklatch/index.html/")]
    [InlineData("/hooklatch/../appsettings.json")]
    [InlineData("/hooklatch/..%2fappsettings.json")]
    [InlineData("/hooklatch/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/hooklatch//index.html")]
    [InlineData("/hooklatch/assets/index.html")]
    public async Task Nothing_else_is_served(string path)
    {
        await using var host = await ConsoleHost.StartAsync();

        var answer = await RawHttp.AskAsync(host.Client.BaseAddress!, $"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Assert.Equal(404, answer.Status);
    }

    [Fact]
    public async Task A_page_takes_no_other_method()
    {
        await using var host = await ConsoleHost.StartAsync();

        using var answer = await host.SendAsync(HttpMethod.Post, Index);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    private static async Task<byte[]> DecodeAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var decoded = string.Concat(answer.Content.Headers.ContentEncoding) switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var content = new MemoryStream();
        await decoded.CopyToAsync(content, TestContext.Current.CancellationToken);
        return content.ToArray();
    }
}
