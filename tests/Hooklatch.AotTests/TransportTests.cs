namespace Hooklatch.AotTests;

/// <summary>The settings of the server that Hooklatch makes hold in the published binary, too.</summary>
public sealed class TransportTests(PublishedSamples published)
{
    [Fact]
    public async Task A_bare_line_feed_is_rejected()
    {
        await using var host = await published.StartAsync();
        var request = RawRequest.Get(Sample.Resource, "X-A: b");

        var proper = await RawHttp.ExchangeAsync(host.Client.BaseAddress!, request);
        var bare = await RawHttp.ExchangeAsync(host.Client.BaseAddress!, request.Replace("b\r\n", "b\n", StringComparison.Ordinal));

        Assert.Equal((200, 400), (proper.Status, bare.Status));
    }
}
