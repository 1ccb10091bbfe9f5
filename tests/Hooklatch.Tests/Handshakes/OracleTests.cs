using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Handshakes;

/// <summary>A delivery that anyone could have had signed by asking for it is none, wherever in the signed text the value stands.</summary>
public sealed class OracleTests : IAsyncLifetime
{
    private const string Url = "https://hooks.example.com" + WebhookHost.Prefix;

    private WebhookHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await WebhookHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_text_that_is_always_signed_is_no_delivery_and_no_other_text_is_taken_for_it()
    {
        Assert.Equal(Sign.Sha256Hex("hello"), await AskAsync("/oracles/constant?c=1"));

        await PostAsync("/oracles/constant", "hello", "hello").IsProblemAsync(403, "Invalid signature");
        foreach (var other in new[] { "hello1", "hell", "1hello", "" })
        {
            await PostAsync("/oracles/constant", other, other).IsAsync(200);
        }
    }

    [Fact]
    public async Task What_is_signed_behind_the_body_is_part_of_the_text()
    {
        Assert.Equal(Sign.Sha256Hex("42!"), await AskAsync("/oracles/trailing?c=42"));

        await PostAsync("/oracles/trailing", "42", "42!").IsProblemAsync(403, "Invalid signature");
        await PostAsync("/oracles/trailing", "{}", "{}!").IsAsync(200);
        await PostAsync("/oracles/trailing", "", "!").IsAsync(200);
    }

    [Fact]
    public async Task A_URL_that_is_signed_before_the_body_is_part_of_the_text()
    {
        Assert.Equal(Sign.Sha256Hex($"{Url}/oracles/url|42"), await AskAsync("/oracles/url?c=42"));

        await PostAsync("/oracles/url", "42", $"{Url}/oracles/url|42").IsProblemAsync(403, "Invalid signature");
        await PostAsync("/oracles/url", """{"a":1}""", $$"""{{Url}}/oracles/url|{"a":1}""").IsAsync(200);
    }

    /// <summary>The URL of the tenant that was asked for is longer than that of the one that receives.</summary>
    [Fact]
    public async Task A_URL_that_was_signed_for_a_tenant_with_a_long_name_is_no_delivery_for_another()
    {
        var text = $"a={Url}/handshakes/mac/located/{new string('x', 500)}";
        Assert.Equal(Sign.Sha256Hex(text), await AskAsync($"/handshakes/mac/located/{new string('x', 500)}?c=a="));

        await PostAsync("/handshakes/mac/located/b", text, text).IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task The_longest_value_between_two_literals_is_no_delivery_either()
    {
        var value = new string('1', 128);
        Assert.Equal(Sign.Sha256Hex($"id={value}."), await AskAsync("/handshakes/mac/surrounded?c=" + value));

        await PostAsync("/handshakes/mac/surrounded", $$"""{"id":"{{value}}"}""", $"id={value}.").IsProblemAsync(403, "Invalid signature");
        await PostAsync("/handshakes/mac/surrounded", $$"""{"id":"{{value}}1"}""", $"id={value}1.").IsAsync(200);
    }

    [Fact]
    public async Task A_body_of_which_a_value_is_signed_is_no_delivery_however_long_it_is()
    {
        var body = $$"""{"id":"payment-1","note":"{{new string('x', 1000)}}"}""";

        await PostAsync("/handshakes/mac/surrounded", body, "id=payment-1.").IsProblemAsync(403, "Invalid signature");
        Assert.Empty(_host.Deliveries.Handled);
    }

    [Fact]
    public async Task Of_a_verifier_in_code_the_body_is_taken_for_the_text()
    {
        Assert.Equal(Sign.Sha256Hex("42"), await AskAsync("/oracles/code?c=42"));
        var longest = new string('1', 128);

        await PostAsync("/oracles/code", "42", "42").IsProblemAsync(403, "Invalid signature");
        await PostAsync("/oracles/code", longest, longest).IsProblemAsync(403, "Invalid signature");
        await PostAsync("/oracles/code", longest + "1", longest + "1").IsAsync(200);
        await PostAsync("/oracles/code", "{}", "{}").IsAsync(200);
    }

    /// <summary>What was signed is the form; what its field holds was not.</summary>
    [Fact]
    public async Task Of_a_verifier_in_code_it_is_the_body_as_it_was_received()
    {
        (string, string) form = ("Content-Type", "application/x-www-form-urlencoded");
        Assert.Equal(Sign.Sha256Hex("payload=+1"), await AskAsync("/oracles/code/form?c=payload%3D%2B1"));

        await PostAsync("/oracles/code/form", "payload=+1", "payload=+1", form).IsProblemAsync(403, "Invalid signature");
        await PostAsync("/oracles/code/form", "payload=%31", "payload=%31", form).IsAsync(200);
    }

    [Fact]
    public async Task Of_a_token_the_body_is_taken_for_the_text_too()
    {
        Assert.Equal(Sign.Sha256Hex("42"), await AskAsync("/oracles/token?c=42"));
        (string, string) token = ("X-Token", WebhookHost.Secret);

        await _host.PostAsync("/oracles/token", "42", token).IsProblemAsync(403, "Invalid signature");
        await _host.PostAsync("/oracles/token", "{}", token).IsAsync(200);
    }

    private async Task<string> AskAsync(string handshake) => await (await _host.GetAsync(handshake)).TextAsync();

    private Task<HttpResponseMessage> PostAsync(string endpoint, string body, string signed, params (string, string)[] headers) =>
        _host.PostAsync(endpoint, body, [("X-Signature", Sign.Sha256Hex(signed)), .. headers]);
}
