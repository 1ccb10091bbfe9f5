using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Handshakes;

/// <summary>A handshake of which any part stands in the body is answered after the verification, unless it says otherwise.</summary>
public sealed class BodyHandshakeTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly WebhookHost _host = shared.Fresh;

    [Theory]
    [InlineData("/handshakes/condition", """{"ping":1}""", "pong")]
    [InlineData("/handshakes/value", """{"challenge":"abc"}""", "abc")]
    [InlineData("/handshakes/half-open", """{"type":"closed"}""", "closed")]
    public async Task It_is_answered_to_whoever_signs_it(string endpoint, string handshake, string answer)
    {
        await _host.PostAsync(endpoint, handshake, ("X-Signature", Sign.Sha256Hex(handshake))).IsAsync(200, answer);
        await _host.PostAsync(endpoint, handshake).IsProblemAsync(400, "Missing signature");
        await _host
            .PostAsync(endpoint, handshake, ("X-Signature", Sign.Sha256Hex(handshake + " ")))
            .IsProblemAsync(403, "Invalid signature");
        Assert.Empty(_host.Deliveries.Handled);
    }

    [Fact]
    public async Task One_that_says_so_is_answered_without_a_signature_and_not_with_a_wrong_one()
    {
        const string Handshake = """{"type":"open"}""";

        await _host.PostAsync("/handshakes/half-open", Handshake).IsAsync(200, "opened");
        await _host.PostAsync("/handshakes/half-open", Handshake, ("X-Signature", Sign.Sha256Hex(Handshake))).IsAsync(200, "opened");
        await _host
            .PostAsync("/handshakes/half-open", Handshake, ("X-Signature", Sign.Sha256Hex("other")))
            .IsProblemAsync(403, "Invalid signature");
        await _host.PostAsync("/handshakes/half-open", """{"type":"opened"}""").IsProblemAsync(400, "Missing signature");
        Assert.Empty(_host.Deliveries.Handled);
    }
}
