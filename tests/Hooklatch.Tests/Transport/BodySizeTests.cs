using System.Globalization;

namespace Hooklatch.Tests.Transport;

/// <summary>No body is read further than its endpoint allows, and none before the head has passed every check.</summary>
public sealed class BodySizeTests(TransportHost host) : IClassFixture<TransportHost>
{
    private const int TooMuch = (int)TransportPlugin.SmallLimit + 1;
    private const string Chunked = "Transfer-Encoding: chunked";
    private const string Continue = "HTTP/1.1 100 Continue\r\n\r\n";

    [Fact]
    public async Task A_body_as_large_as_the_limit_is_accepted() =>
        Assert.Equal(200, (await AskAsync(Length(TooMuch - 1), Bytes(TooMuch - 1))).Status);

    [Fact]
    public async Task A_declared_length_beyond_the_limit_is_rejected_before_a_byte_of_the_body() =>
        Assert.Equal(413, (await AskAsync(Length(TooMuch), body: "")).Status);

    [Fact]
    public async Task Chunks_beyond_the_limit_are_rejected() =>
        Assert.Equal(413, (await AskAsync(Chunked, $"{TooMuch:x}\r\n{Bytes(TooMuch)}\r\n0\r\n\r\n")).Status);

    [Fact]
    public async Task Endless_chunks_are_rejected_as_soon_as_they_pass_the_limit() =>
        Assert.Equal(413, (await AskAsync(Chunked, string.Concat(Enumerable.Repeat("1\r\na\r\n", TooMuch)))).Status);

    [Fact]
    public async Task The_connection_of_a_body_that_is_too_large_is_closed()
    {
        var answer = await RawHttp.ExchangeAsync(host.Http1, Small(Length(TooMuch)));

        Assert.Equal((413, "close", true), (answer.Status, answer.Header("Connection"), answer.Closed));
    }

    [Theory]
    [InlineData(TransportPlugin.Small, TooMuch, 413)]
    [InlineData(TransportPlugin.Signed, 3, 400)]
    [InlineData(TransportPlugin.Token, 3, 400)]
    [InlineData(TransportPlugin.Health, 3, 405)]
    [InlineData(TransportPlugin.Prefix + "/nowhere", 3, 404)]
    public async Task A_sender_that_waits_for_100_Continue_is_rejected_without_it(string path, int length, int status) =>
        Assert.Equal(
            status,
            (await RawHttp.AskAsync(host.Http1, RawRequest.Head("POST", path, "Expect: 100-continue", Length(length)))).Status
        );

    [Fact]
    public async Task A_sender_that_waits_for_100_Continue_gets_it_when_the_head_is_in_order()
    {
        await using var sender = await RawHttp.ConnectAsync(host.Http1);
        await sender.SendAsync(RawRequest.Head("POST", TransportPlugin.Small, "Connection: close", "Expect: 100-continue", Length(3)));
        await sender.ReadUntilAsync(Continue);
        await sender.SendAsync("abc");
        var answer = await sender.ReadToCloseAsync();

        Assert.Equal([100, 200], answer.Statuses);
    }

    private Task<RawAnswer> AskAsync(string framing, string body) => RawHttp.AskAsync(host.Http1, Small(framing) + body);

    private static string Small(string framing) => RawRequest.Head("POST", TransportPlugin.Small, framing);

    private static string Length(int bytes) => string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes}");

    private static string Bytes(int count) => new('a', count);
}
