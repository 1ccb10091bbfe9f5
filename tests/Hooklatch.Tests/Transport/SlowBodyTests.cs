using Microsoft.Extensions.Time.Testing;

namespace Hooklatch.Tests.Transport;

/// <summary>A sender that takes its time holds its own connection and nothing else.</summary>
public sealed class SlowBodyTests
{
    private const int SlowSenders = 200;

    [Fact]
    public async Task A_body_that_does_not_arrive_in_time_is_answered_408_and_the_connection_closed()
    {
        var time = new FakeTimeProvider();
        await using var host = await TransportHost.StartAsync(time);
        await using var sender = await SendThreeOfTenBytesAsync(host);

        var answer = await WhileTimePassesAsync(time, sender.ReadToCloseAsync());

        Assert.Equal(408, answer.Status);
        Assert.True(answer.Closed);
        Assert.Empty(host.Plugin.Handled);
    }

    [Fact]
    public async Task A_body_that_pauses_and_goes_on_in_time_is_accepted()
    {
        var time = new FakeTimeProvider();
        await using var host = await TransportHost.StartAsync(time);
        await using var sender = await SendThreeOfTenBytesAsync(host);

        time.Advance(TimeSpan.FromSeconds(4));
        await sender.SendAsync("4567890");

        Assert.Equal(200, (await sender.ReadToCloseAsync()).Status);
        Assert.Equal([("/raw", 10)], host.Plugin.Handled);
    }

    [Fact]
    public async Task Two_hundred_slow_bodies_do_not_stop_other_endpoints()
    {
        // The clock stands still, so that none of them is ever too late.
        await using var host = await TransportHost.StartAsync(new FakeTimeProvider());
        var slow = await Task.WhenAll(Enumerable.Range(0, SlowSenders).Select(_ => SendThreeOfTenBytesAsync(host)));

        var other = await RawHttp.ExchangeAsync(host.Http1, RawRequest.Post(TransportPlugin.Small, "abc"));
        var same = await RawHttp.ExchangeAsync(host.Http1, RawRequest.Post(TransportPlugin.Raw, "abc"));

        Assert.Equal((200, 200), (other.Status, same.Status));
        await Task.WhenAll(slow.Select(sender => sender.DisposeAsync().AsTask()));
    }

    private static async Task<RawHttp> SendThreeOfTenBytesAsync(TransportHost host)
    {
        var http = await RawHttp.ConnectAsync(host.Http1);
        await http.SendAsync(RawRequest.Head("POST", TransportPlugin.Raw, "Connection: close", "Content-Length: 10") + "123");
        return http;
    }

    /// <summary>Nobody can say when the server starts to wait, so its clock goes on until it answers.</summary>
    private static async Task<RawAnswer> WhileTimePassesAsync(FakeTimeProvider time, Task<RawAnswer> answer)
    {
        while (!answer.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TestContext.Current.CancellationToken);
        }
        return await answer;
    }
}
