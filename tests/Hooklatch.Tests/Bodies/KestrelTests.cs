using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Hooklatch.Bodies;
using Hooklatch.Bodies.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Tests.Bodies;

public sealed class KestrelTests : IAsyncLifetime
{
    private readonly ReadingRoom _room = new(new BodyLimits { MaxSize = 40 << 20 });
    private readonly HttpClient _client = new();
    private TestHost _host = null!;

    public async ValueTask InitializeAsync() =>
        _host = await TestHost.StartAsync(
            new TestHostSetup
            {
                SpeaksHttp2 = true,
                Use = app =>
                {
                    app.MapPost("/upload", (RequestDelegate)EchoPartsAsync);
                    app.MapPost("/", (RequestDelegate)EchoAsync);
                },
            }
        );

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
        _room.AssertNothingHeld();
        _room.Dispose();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(100, true)]
    [InlineData(100, false)]
    [InlineData(20_000, true)]
    [InlineData(20_000, false)]
    [InlineData(35 << 20, true)] // more than Kestrel's own limit
    [InlineData(1 << 20, false)]
    public Task A_body_comes_back_as_it_was_sent(int size, bool declared) => SendAsync(HttpVersion.Version11, size, declared);

    [Theory]
    [InlineData(0, true)]
    [InlineData(100, false)]
    [InlineData(100_000, true)]
    [InlineData(100_000, false)]
    public Task A_body_comes_back_over_http2(int size, bool declared) => SendAsync(HttpVersion.Version20, size, declared);

    [Fact]
    public async Task An_upload_is_read_while_it_arrives()
    {
        var sent = Requests.Bytes(3 << 20);
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent("note"), "text");
        form.Add(new ByteArrayContent(sent), "file", "\u00fcber.bin");
        form.Add(new UndeclaredContent(sent), "again", "again.bin");

        using var response = await _client.PostAsync(
            new Uri(AddressOf(HttpVersion.Version11), "/upload"),
            form,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            "text  4;file \u00fcber.bin 3145728;again again.bin 3145728;",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    private Uri AddressOf(Version version) => version.Major == 1 ? _host.Http1 : _host.Http2;

    private async Task SendAsync(Version version, int size, bool declared)
    {
        var sent = Requests.Bytes(size);
        for (var i = 0; i < 3; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(version))
            {
                Content = declared ? new ByteArrayContent(sent) : new UndeclaredContent(sent),
                Version = version,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            };
            using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(sent, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 50000000\r\n\r\n", 413)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400)]
    public async Task A_rejected_body_is_answered_with_its_status(string request, int expected)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, AddressOf(HttpVersion.Version11).Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);

        using var reader = new StreamReader(client.GetStream());
        var status = await reader.ReadLineAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith($"HTTP/1.1 {expected} ", status, StringComparison.Ordinal);
    }

    private async Task EchoAsync(HttpContext http)
    {
        var result = await _room.Reader.ReadAsync(http, hasher: null, http.RequestAborted);
        using var body = result.Body;
        http.Response.StatusCode = result.StatusCode;
        if (body is null)
        {
            http.Response.Headers.Connection = "close";
            return;
        }

        http.Response.ContentLength = body.Length;
        await using var stream = body.OpenRead();
        await stream.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private async Task EchoPartsAsync(HttpContext http)
    {
        await using var body = new ArrivingBody(http, _room.Limits, _room.Share, _room.Time);
        Assert.True(UploadReader.TryCreate(http.Request.ContentType, body, FormLimits.Default, out var parts, out _));
        var echo = new StringBuilder();
        await foreach (var part in parts)
        {
            using var content = new MemoryStream();
            await part.Body.CopyToAsync(content, http.RequestAborted);
            echo.Append(CultureInfo.InvariantCulture, $"{part.Name} {part.FileName} {content.Length};");
        }

        await http.Response.WriteAsync(echo.ToString(), http.RequestAborted);
    }

    private sealed class UndeclaredContent(byte[] bytes) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(bytes).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
