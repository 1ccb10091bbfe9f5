using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Handshakes;

/// <summary>Handshakes with a fixed answer: probes, empty bodies, and the abuse protection of CloudEvents.</summary>
public sealed class ProbeTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string CloudEvents = "/handshakes/cloudevents";
    private static readonly (string, string) Origin = ("WebHook-Request-Origin", "eventemitter.example.com");

    private readonly WebhookHost _host = shared.Fresh;

    [Fact]
    public async Task Probes_are_answered_as_declared_and_reach_no_handler()
    {
        await _host.SendAsync(HttpMethod.Head, "/handshakes/probes").IsAsync(200, "");
        await _host.GetAsync("/handshakes/probes").IsAsync(202, "pong");
        await _host.SendAsync(HttpMethod.Put, "/handshakes/probes").IsAsync(405);
        Assert.Empty(_host.Deliveries.Handled);
    }

    [Fact]
    public async Task An_empty_body_without_a_signature_is_a_handshake()
    {
        await _host.SendAsync(HttpMethod.Post, "/handshakes/probes").IsAsync(200, "");
        await _host.PostAsync("/handshakes/probes", "").IsAsync(200, "");
        await _host.PostAsync("/handshakes/probes", "{}").IsProblemAsync(400, "Missing signature");
        Assert.Empty(_host.Deliveries.Handled);
    }

    [Fact]
    public async Task An_empty_body_with_a_signature_is_a_delivery()
    {
        await _host.PostAsync("/handshakes/probes", "", ("X-Signature", Sign.Sha256Hex(""))).IsAsync(200);
        Assert.Single(_host.Deliveries.Handled);

        await _host.PostAsync("/handshakes/probes", "", ("X-Signature", Sign.Sha256Hex("{}"))).IsProblemAsync(403, "Invalid signature");
        Assert.Single(_host.Deliveries.Handled);
    }

    [Fact]
    public async Task A_sender_of_CloudEvents_is_given_leave_for_its_own_origin()
    {
        var answer = await _host.SendAsync(HttpMethod.Options, CloudEvents, null, Origin, ("WebHook-Request-Rate", "120"));

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("eventemitter.example.com", Assert.Single(answer.Headers.GetValues("WebHook-Allowed-Origin")));
        Assert.Equal("120", Assert.Single(answer.Headers.GetValues("WebHook-Allowed-Rate")));
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
        Assert.Equal("", await answer.TextAsync());
        Assert.Empty(_host.Deliveries.Handled);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("*")]
    [InlineData("+1")]
    [InlineData("12345678901")]
    public async Task A_rate_that_is_no_number_is_not_repeated(string rate)
    {
        var answer = await _host.SendAsync(HttpMethod.Options, CloudEvents, null, Origin, ("WebHook-Request-Rate", rate));

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.False(answer.Headers.Contains("WebHook-Allowed-Rate"));
    }

    [Fact]
    public async Task OPTIONS_without_an_origin_or_elsewhere_is_405()
    {
        await _host.SendAsync(HttpMethod.Options, CloudEvents).IsAsync(405);
        await _host.SendAsync(HttpMethod.Options, "/handshakes/echo", null, Origin).IsAsync(405);
    }

    [Fact]
    public async Task The_callback_that_a_sender_of_CloudEvents_asks_for_is_not_called()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();

        await _host
            .SendAsync(HttpMethod.Options, CloudEvents, null, Origin, ("WebHook-Request-Callback", $"http://{listener.LocalEndpoint}/"))
            .IsAsync(200);

        Assert.False(listener.Pending());
    }
}
