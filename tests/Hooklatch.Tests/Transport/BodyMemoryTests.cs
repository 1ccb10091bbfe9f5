namespace Hooklatch.Tests.Transport;

/// <summary>Many bodies at once cost disk, not memory.</summary>
[Collection(nameof(BodyMemoryTests)), CollectionDefinition(DisableParallelization = true)]
public sealed class BodyMemoryTests
{
    private const int Senders = 500;
    private const int BodyBytes = 1024 * 1024;
    private const long MaxGrowth = 160L * 1024 * 1024;

    private static readonly string Head = RawRequest.Head("POST", TransportPlugin.Raw, "Connection: close", $"Content-Length: {BodyBytes}");
    private static readonly ReadOnlyMemory<byte> AllButTheLastByte = new byte[BodyBytes - 1];

    [Fact]
    public async Task Five_hundred_bodies_of_a_mebibyte_grow_memory_by_far_less()
    {
        await using var host = await TransportHost.StartAsync(("Logging:LogLevel:Default", "Warning"));
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var senders = await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => SendAllButTheLastByteAsync(host)));
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        var answers = await Task.WhenAll(senders.Select(FinishAsync));

        TestContext.Current.TestOutputHelper?.WriteLine($"{Senders} bodies of 1 MiB in flight: memory grew by {growth / 1024 / 1024} MiB");
        Assert.InRange(growth, 0, MaxGrowth);
        Assert.All(answers, answer => Assert.True(answer.Status is 200 or 503));
        Assert.Contains(answers, answer => answer.Status == 200);
    }

    private static async Task<RawHttp> SendAllButTheLastByteAsync(TransportHost host)
    {
        var http = await RawHttp.ConnectAsync(host.Http1);
        await http.SendAsync(Head);
        await http.SendAsync(AllButTheLastByte);
        return http;
    }

    private static async Task<RawAnswer> FinishAsync(RawHttp sender)
    {
        await using (sender)
        {
            await sender.SendAsync("!");
            return await sender.ReadToCloseAsync();
        }
    }
}
