namespace Hooklatch.Tests.Transport;

/// <summary>What a sender says of its body never makes the host decompress it or decode it, where its handler takes the bytes.</summary>
public sealed class ContentTests(TransportHost host) : IClassFixture<TransportHost>
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("GZIP")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("identity")]
    [InlineData("gzip, gzip")]
    [InlineData("unheard-of")]
    public async Task A_content_encoding_is_rejected(string encoding) =>
        Assert.Equal(415, await PostAsync("Content-Type: application/json", "Content-Encoding: " + encoding));

    [Theory]
    [InlineData("utf-7")]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    [InlineData("us-ascii")]
    [InlineData("unheard-of")]
    [InlineData("\"utf-7\"")]
    [InlineData("utf-8; charset=utf-16")]
    public async Task No_charset_of_raw_bytes_is_rejected(string charset) =>
        Assert.Equal(200, await PostAsync("Content-Type: application/json; charset=" + charset));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("UTF-8")]
    [InlineData("\"utf-8\"")]
    public async Task UTF_8_is_accepted_in_any_spelling(string charset) =>
        Assert.Equal(200, await PostAsync("Content-Type: application/json; charset=" + charset));

    private async Task<int> PostAsync(params string[] headers) =>
        (await RawHttp.ExchangeAsync(host.Http1, RawRequest.Post(TransportPlugin.Raw, "{}", headers))).Status;
}
