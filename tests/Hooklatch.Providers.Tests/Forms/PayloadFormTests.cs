using Hooklatch.Providers.Tests.Harness;
using static Hooklatch.Providers.Tests.Forms.ProviderForms;

namespace Hooklatch.Providers.Tests.Forms;

/// <summary>
/// Gitea, Forgejo and Gogs sign the JSON, also where they send it as the field of a form; GitHub signs the form
/// (https://github.com/go-gitea/gitea/blob/main/services/webhook/deliver.go).
/// </summary>
public sealed class PayloadFormTests(SampleHost host) : IClassFixture<SampleHost>
{
    private const string Payload = """{"ref":"refs/heads/main","text":"naïve – ✓ a+b & 100%"}""";

    public static TheoryData<string, string> Providers =>
        new()
        {
            { "gitea", "X-Gitea" },
            { "forgejo", "X-Forgejo" },
            { "gogs", "X-Gogs" },
        };

    [Theory, MemberData(nameof(Providers))]
    public async Task The_payload_in_a_form_is_verified(string provider, string prefix)
    {
        var answer = await SendAsync(provider, prefix, Encode(("payload", Payload)), Payload);

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Contains($"\"provider\":\"{provider}\"", answer.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task The_form_is_not_what_is_signed(string provider, string prefix)
    {
        var form = Encode(("payload", Payload));

        Assert.Equal(403, (await SendAsync(provider, prefix, form, form)).Status);
        Assert.Equal(403, (await SendAsync(provider, prefix, form, Payload + " ")).Status);
        Assert.Equal(403, (await SendAsync(provider, prefix, Encode(("payload", Payload + " ")), Payload)).Status);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Nothing_stands_beside_the_payload(string provider, string prefix)
    {
        (string, string)[][] forms =
        [
            [("payload", Payload), ("payload", Payload)],
            [("payload", Payload), ("Payload", Payload)],
            [("PAYLOAD", Payload)],
            [("payload", Payload), ("other", "1")],
            [("other", "1"), ("payload", Payload)],
            [("other", Payload)],
            [],
        ];
        foreach (var form in forms)
        {
            Assert.Equal(403, (await SendAsync(provider, prefix, Encode(form), Payload)).Status);
            Assert.Equal(403, (await SendAsync(provider, prefix, Encode(form), "")).Status);
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task JSON_stays_as_it_is(string provider, string prefix)
    {
        Assert.Equal(200, (await SendAsync(provider, prefix, Payload, Payload, JsonType)).Status);
        Assert.Equal(403, (await SendAsync(provider, prefix, Payload + " ", Payload, JsonType)).Status);
        Assert.Equal(403, (await SendAsync(provider, prefix, Encode(("payload", Payload)), Payload, JsonType)).Status);
    }

    [Fact]
    public async Task GitHub_signs_the_form()
    {
        var form = Encode(("payload", Payload));

        Assert.Equal(200, (await SendGitHubAsync(form, form)).Status);
        Assert.Equal(403, (await SendGitHubAsync(form, Payload)).Status);
    }

    private Task<RawAnswer> SendAsync(string provider, string prefix, string body, string signed, string contentType = UrlEncoded) =>
        host.SendAsync(Delivery(provider, contentType, body, ($"{prefix}-Signature", Mac(signed)), ($"{prefix}-Event", "push")));

    private Task<RawAnswer> SendGitHubAsync(string body, string signed) =>
        host.SendAsync(Delivery("github", UrlEncoded, body, ("X-Hub-Signature-256", "sha256=" + Mac(signed)), ("X-GitHub-Event", "push")));
}
