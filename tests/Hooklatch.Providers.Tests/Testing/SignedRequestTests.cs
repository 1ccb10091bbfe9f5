using Hooklatch.Providers.Tests.Harness;
using Hooklatch.Providers.Tests.Presets;
using Hooklatch.Signing;
using Hooklatch.Testing;

namespace Hooklatch.Providers.Tests.Testing;

/// <summary>What <see cref="SignedRequest"/> signs is what the endpoints verify, for every preset.</summary>
public sealed class SignedRequestTests(SampleHost host) : IClassFixture<SampleHost>
{
    /// <summary>Presets that nobody but the provider can sign for, each with the reason.</summary>
    private static readonly Dictionary<string, string> NotSigned = [];

    public static TheoryData<string> Names => [.. Preset.All.Select(preset => preset.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task A_request_that_was_signed_for_a_preset_is_accepted_by_it(string name)
    {
        var preset = Preset.All.Single(preset => preset.Name == name);
        if (NotSigned.ContainsKey(name))
        {
            Assert.False(preset.Attribute.IsAssignableTo(typeof(ISignable)));
            return;
        }

        var delivery = await TestDelivery.OfAsync(preset);

        var answer = await host.SendAsync(delivery);

        Assert.True(answer.Status == 200, $"{delivery}\n{answer.Text}");
        if (
            preset.IsCode
            || preset.Schemes.Any(scheme =>
                scheme.SignedContent is var text
                && (text.Contains("{body}", StringComparison.Ordinal) || text.Contains("{payload}", StringComparison.Ordinal))
            )
        )
        {
            Assert.Equal(preset.InvalidStatus, (await host.SendAsync(Forged(delivery))).Status);
        }
    }

    [Fact]
    public void Every_preset_has_a_name_by_which_a_tool_finds_it()
    {
        var named = Hooklatch.Providers.Presets.All.Concat(Ed25519Presets.All).Select(preset => preset.Value().GetType()).ToHashSet();

        Assert.Equal(
            [],
            Preset.All.Select(preset => preset.Attribute).Where(type => !named.Contains(type) && !NotSigned.ContainsKey(type.Name))
        );
    }

    [Theory, MemberData(nameof(Names))]
    public void A_signer_says_what_it_needs(string name)
    {
        var preset = Preset.All.Single(preset => preset.Name == name);
        var signer = TestDelivery.SignableOf(preset).CreateSigner();

        Assert.Equal(
            preset.Schemes is [PublicKeySchemeAttribute, ..] || TestDelivery.KeysOf.ContainsKey(name),
            signer.KeyKind is SignerKeyKind.PrivateKey
        );
        Assert.All(signer.Settings, setting => Assert.NotNull(preset.Attribute.GetProperty(setting)));
    }

    [Theory, InlineData("ConvoyAttribute", "convoy"), InlineData("GenericHmacAttribute", "generic-hmac")]
    public async Task An_attribute_class_of_ones_own_signs_once_it_is_partial(string type, string endpoint)
    {
        var own = typeof(Generated.dev.providers.Manifest).Assembly.GetType("Providers.Own." + type, throwOnError: true)!;
        using var request = SignedRequest.For(
            (ISignable)Activator.CreateInstance(own)!,
            SignerKeys.FromText("own secret"),
            "{}"u8.ToArray()
        );
        var delivery = await TestDelivery.OfAsync(request, endpoint, "own secret");

        Assert.Equal(200, (await host.SendAsync(delivery)).Status);
        Assert.Equal(403, (await host.SendAsync(delivery with { Secrets = ["another"] })).Status);
    }

    /// <summary>The fields that Mailgun signs by are put into the form; what Gitea signs is in it already.</summary>
    [Theory]
    [InlineData("Mailgun", "application/x-www-form-urlencoded", "subject=a+b%26c&token=form-1&signature=old")]
    [InlineData(
        "Mailgun",
        "multipart/form-data; boundary=zz",
        "--zz\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nform-2\r\n--zz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nx\r\n--zz--\r\n"
    )]
    [InlineData("Gitea", "application/x-www-form-urlencoded", "payload=%7B%22text%22%3A%22a+b%22%7D")]
    [InlineData("Forgejo", "application/x-www-form-urlencoded", "payload=%7B%7D")]
    [InlineData("Gogs", "application/x-www-form-urlencoded", "payload=%7B%7D")]
    [InlineData("GitHub", "application/x-www-form-urlencoded", "payload=%7B%7D")]
    public async Task A_form_is_signed_as_its_endpoint_verifies_it(string name, string contentType, string body)
    {
        var preset = Preset.All.Single(preset => preset.Name == name);
        using var request = SignedRequest.For(
            TestDelivery.SignableOf(preset),
            SignerKeys.FromText("own secret"),
            System.Text.Encoding.UTF8.GetBytes(body),
            new() { ContentType = contentType, SignedAt = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000) }
        );
        var delivery = await TestDelivery.OfAsync(request, preset.Endpoint!, "own secret");

        var answer = await host.SendAsync(delivery);

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal(403, (await host.SendAsync(delivery with { Secrets = ["another"] })).Status);
    }

    [Fact]
    public void What_a_scheme_needs_and_nobody_gave_is_named()
    {
        Throws("an absolute Url", () => SignedRequest.For<SquareSignatureAttribute>("secret", "{}"));
        Throws("an absolute Url", () => SignedRequest.For<TwilioSignatureAttribute>("secret", "{}"));
        Throws("no private key", () => SignedRequest.For<SendGridSignatureAttribute>("secret", "{}"));
        Throws("the header X-Lark-Request-Nonce", () => SignedRequest.For<FeishuCardSignatureAttribute>("secret", "{}"));
        Throws("a field token of the form", () => Form<MailgunSignatureAttribute>("subject=a"));
        Throws("says it twice", () => Form<MailgunSignatureAttribute>("token=a&token=a"));
        Throws("signs the payload", () => Form<GiteaSignatureAttribute>("payload=%7B%7D&other=1"));
        Throws("signs the payload", () => Form<GiteaSignatureAttribute>("other=1"));
        Throws("AesKey", () => SignedRequest.For<WeComSignatureAttribute>("secret", "{}"));
        Throws(
            "no scheme that signs with this kind of key",
            () => SignedRequest.For(new GitHubSignatureAttribute(), SignerKeys.FromFunction(text => text), [])
        );
    }

    private static HttpRequestMessage Form<TSignature>(string body)
        where TSignature : ISignable, new() =>
        SignedRequest.For<TSignature>("secret", body, new() { ContentType = "application/x-www-form-urlencoded" });

    private static void Throws(string what, Func<HttpRequestMessage> sign) =>
        Assert.Contains(what, Assert.Throws<ArgumentException>(sign).Message, StringComparison.Ordinal);

    /// <summary>The body with one more space, or one more letter where a space is nothing.</summary>
    private static Vector Forged(Vector delivery) =>
        delivery with
        {
            Body = delivery.Provider is "adyen" or "aws-sns" or "dingtalk" or "wecom" or "exact-online"
                ? [.. System.Text.Encoding.UTF8.GetBytes(Changed(System.Text.Encoding.UTF8.GetString(delivery.Body)))]
                : [.. delivery.Body, (byte)' '],
        };

    /// <summary>One letter of what is signed is another one.</summary>
    private static string Changed(string body)
    {
        foreach (var signed in (string[])["\"success\":\"", "\"Message\":\"", "\"encrypt\":\"", "CDATA[", "\"Topic\":\""])
        {
            if (body.IndexOf(signed, StringComparison.Ordinal) is >= 0 and var at)
            {
                at += signed.Length;
                return body[..at] + (body[at] == 'X' ? 'Y' : 'X') + body[(at + 1)..];
            }
        }

        throw new InvalidOperationException(body);
    }
}
