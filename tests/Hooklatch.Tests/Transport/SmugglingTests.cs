namespace Hooklatch.Tests.Transport;

/// <summary>What two parsers could read differently is rejected, and nothing that follows it on the connection is ever answered.</summary>
public sealed class SmugglingTests(TransportHost host) : IClassFixture<TransportHost>
{
    public static TheoryData<string> Malformed => [.. SmugglingCorpus.Malformed.Keys];

    public static TheoryData<string> BareLineFeeds => [.. SmugglingCorpus.BareLineFeeds.Keys];

    public static TheoryData<string> Suspect => [.. SmugglingCorpus.Suspect.Keys];

    public static TheoryData<string> Lenient => [.. SmugglingCorpus.Lenient.Keys];

    [Theory, MemberData(nameof(Malformed))]
    public async Task A_malformed_request_is_rejected_and_ends_the_connection(string name)
    {
        var answer = await AttackAsync(SmugglingCorpus.Malformed[name]);

        Assert.Equal(400, answer.Status);
    }

    [Theory, MemberData(nameof(BareLineFeeds))]
    public async Task A_line_that_ends_in_a_bare_line_feed_is_rejected_and_ends_the_connection(string name)
    {
        var answer = await AttackAsync(SmugglingCorpus.BareLineFeeds[name]);

        Assert.Equal(400, answer.Status);
    }

    [Theory, MemberData(nameof(Suspect))]
    public async Task A_request_with_two_lengths_ends_the_connection(string name)
    {
        var answer = await AttackAsync(SmugglingCorpus.Suspect[name]);

        Assert.Single(answer.Statuses);
    }

    [Theory, MemberData(nameof(Lenient))]
    public async Task A_request_that_Kestrel_reads_leniently_ends_where_it_says(string name)
    {
        var answer = await RawHttp.ExchangeAsync(host.Http1, SmugglingCorpus.Lenient[name] + RawRequest.Get(TransportPlugin.Health));

        Assert.Equal([200, 200], answer.Statuses);
    }

    [Theory]
    [InlineData("Content-Length: 3", "abc")]
    [InlineData("Transfer-Encoding: chunked", "3;a=b\r\nabc\r\n0\r\nX-A: b\r\n\r\n")]
    public async Task Two_proper_requests_on_one_connection_are_both_answered(string framing, string body)
    {
        var first = RawRequest.Head("POST", TransportPlugin.Raw, framing) + body;

        var answer = await RawHttp.ExchangeAsync(host.Http1, first + RawRequest.Get(TransportPlugin.Health));

        Assert.Equal([200, 200], answer.Statuses);
    }

    [Fact]
    public async Task The_smuggled_request_is_one_that_would_be_answered()
    {
        var before = Smuggled;

        await RawHttp.ExchangeAsync(host.Http1, RawRequest.Get(TransportPlugin.Canary));

        Assert.Equal(before + 1, Smuggled);
    }

    private int Smuggled => host.Plugin.Handled.Count(delivery => delivery.Endpoint == "/canary");

    private async Task<RawAnswer> AttackAsync(string request)
    {
        var before = Smuggled;
        var answer = await RawHttp.ExchangeAsync(host.Http1, request + SmugglingCorpus.Smuggled);
        Assert.Equal(before, Smuggled);
        Assert.True(answer.Closed, "The connection stayed open: " + answer.Text);
        return answer;
    }
}
