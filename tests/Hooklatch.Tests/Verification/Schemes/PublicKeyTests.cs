using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Hooklatch.Tests.Hosting;
using Hooklatch.Tests.Plugin;

namespace Hooklatch.Tests.Verification.Schemes;

/// <summary>Signatures of a private key, checked with public keys in every spelling of the configuration.</summary>
public sealed class PublicKeyTests : IDisposable
{
    private const string Body = """{"a":1}""";
    private const string Keys = WebhookHost.Settings + nameof(GateConfig.PublicKeys);

    private readonly ECDsa _ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _otherEcdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly RSA _rsa = RSA.Create(2048);

    public void Dispose()
    {
        _ecdsa.Dispose();
        _otherEcdsa.Dispose();
        _rsa.Dispose();
    }

    [Fact]
    public async Task A_public_key_is_read_as_PEM_as_base64_and_from_a_certificate()
    {
        string[] spellings =
        [
            _ecdsa.ExportSubjectPublicKeyInfoPem(),
            _ecdsa.ExportSubjectPublicKeyInfoPem().ReplaceLineEndings("\r\n"),
            "# the provider's key\n" + _ecdsa.ExportSubjectPublicKeyInfoPem() + "\n",
            Convert.ToBase64String(_ecdsa.ExportSubjectPublicKeyInfo()),
            CertificateOf(_ecdsa).ExportCertificatePem(),
        ];
        foreach (var spelling in spellings)
        {
            await using var host = await WebhookHost.StartAsync(settings: (Keys, spelling));

            await PostAsync(host, "/schemes/ecdsa", SignWith(_ecdsa, Body)).IsAsync(200);
            await PostAsync(host, "/schemes/ecdsa", SignWith(_ecdsa, Body + " ")).IsProblemAsync(403, "Invalid signature");
            await PostAsync(host, "/schemes/ecdsa", SignWith(_otherEcdsa, Body)).IsProblemAsync(403, "Invalid signature");
        }
    }

    [Fact]
    public async Task Several_public_keys_each_verify_and_are_told_by_their_numbers()
    {
        var both = _otherEcdsa.ExportSubjectPublicKeyInfoPem() + "\n" + _ecdsa.ExportSubjectPublicKeyInfoPem();
        await using var host = await WebhookHost.StartAsync(settings: (Keys, both));

        await PostAsync(host, "/schemes/ecdsa", SignWith(_ecdsa, Body)).IsAsync(200);
        await PostAsync(host, "/schemes/ecdsa", SignWith(_otherEcdsa, Body)).IsAsync(200);

        host.Configuration.Change(
            (Keys, null),
            (Keys + ":0", Convert.ToBase64String(_ecdsa.ExportSubjectPublicKeyInfo())),
            (Keys + ":1", _otherEcdsa.ExportSubjectPublicKeyInfoPem())
        );
        await PostAsync(host, "/schemes/ecdsa", SignWith(_ecdsa, Body)).IsAsync(200);
        await PostAsync(host, "/schemes/ecdsa", SignWith(_otherEcdsa, Body)).IsAsync(200);

        host.Configuration.Change((Keys + ":1", null));
        await PostAsync(host, "/schemes/ecdsa", SignWith(_otherEcdsa, Body)).IsProblemAsync(403, "Invalid signature");

        Assert.Equal([1, 0, 0, 1], host.Deliveries.Handled.Select(delivery => delivery.SecretIndex));
    }

    [Fact]
    public async Task A_key_that_is_none_of_the_algorithm_verifies_nothing()
    {
        using var small = RSA.Create(1024);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        (string Endpoint, string Key)[] wrong =
        [
            ("/schemes/ecdsa", ""),
            ("/schemes/ecdsa", "not a key"),
            ("/schemes/ecdsa", _rsa.ExportSubjectPublicKeyInfoPem()),
            ("/schemes/ecdsa", other.ExportSubjectPublicKeyInfoPem()),
            ("/schemes/ecdsa", _ecdsa.ExportPkcs8PrivateKeyPem()),
            ("/schemes/ecdsa", _ecdsa.ExportSubjectPublicKeyInfoPem()[..60]),
            ("/schemes/ecdsa", "-----BEGIN PUBLIC KEY-----AAAA-----END PRIVATE KEY-----"),
            ("/schemes/ecdsa", "-----BEGIN CERTIFICATE-----AAAA-----END CERTIFICATE-----"),
            ("/schemes/ecdsa", "-----BEGIN PUBLIC KEY-----AAAA-----END PUBLIC KEY-----"),
            ("/schemes/ecdsa", Convert.ToBase64String([.. _ecdsa.ExportSubjectPublicKeyInfo(), 0])),
            ("/schemes/rsa", _ecdsa.ExportSubjectPublicKeyInfoPem()),
            ("/schemes/rsa", small.ExportSubjectPublicKeyInfoPem()),
        ];
        foreach (var (endpoint, key) in wrong)
        {
            await using var host = await WebhookHost.StartAsync(settings: (Keys, key));

            await PostAsync(host, endpoint, SignWith(_ecdsa, Body)).IsProblemAsync(500, "Webhook secret not configured");
            await PostAsync(host, endpoint, SignWith(small, Body)).IsProblemAsync(500, "Webhook secret not configured");
            Assert.Empty(host.Deliveries.Handled);
        }
    }

    [Fact]
    public async Task RSA_signatures_are_verified_with_their_own_padding_only()
    {
        await using var host = await WebhookHost.StartAsync(settings: (Keys, _rsa.ExportSubjectPublicKeyInfoPem()));
        var signed = Encoding.UTF8.GetBytes(Body);

        await PostAsync(host, "/schemes/rsa", SignWith(_rsa, Body)).IsAsync(200);
        await PostAsync(host, "/schemes/rsa", _rsa.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pss))
            .IsProblemAsync(403, "Invalid signature");
        await PostAsync(host, "/schemes/rsa", _rsa.SignData(signed, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1))
            .IsProblemAsync(403, "Invalid signature");
        await PostAsync(host, "/schemes/rsa", [1, 2, 3]).IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task A_digest_that_is_signed_as_if_it_were_the_text_is_hashed_twice()
    {
        await using var host = await WebhookHost.StartAsync(settings: (Keys, _rsa.ExportSubjectPublicKeyInfoPem()));
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(Body));
        var signature = _rsa.SignData(digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        await PostAsync(host, "/schemes/hashed-twice", signature).IsAsync(200);
        await PostAsync(host, "/schemes/hashed-twice", SignWith(_rsa, Body)).IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task A_signature_in_the_other_format_or_in_pieces_is_rejected()
    {
        await using var host = await WebhookHost.StartAsync(settings: (Keys, _ecdsa.ExportSubjectPublicKeyInfoPem()));
        var fixedLength = _ecdsa.SignData(
            Encoding.UTF8.GetBytes(Body),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation
        );

        await PostAsync(host, "/schemes/ecdsa", fixedLength).IsProblemAsync(403, "Invalid signature");
        await PostAsync(host, "/schemes/ecdsa", SignWith(_ecdsa, Body)[..^1]).IsProblemAsync(403, "Invalid signature");
        await PostAsync(host, "/schemes/ecdsa", [.. SignWith(_ecdsa, Body), 0]).IsProblemAsync(403, "Invalid signature");
        await host.PostAsync("/schemes/ecdsa", Body, ("X-Signature", new string('A', 8000))).IsProblemAsync(403, "Invalid signature");
        await host.PostAsync("/schemes/ecdsa", Body, ("X-Signature", "====")).IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task An_algorithm_that_signs_the_text_itself_verifies_one_delivery_after_the_other()
    {
        await using var host = await WebhookHost.StartAsync(settings: (Keys, Convert.ToBase64String(_ecdsa.ExportSubjectPublicKeyInfo())));

        foreach (var body in new[] { Body, "", new string('x', 100_000), Body, "short" })
        {
            await PostAsync(host, "/schemes/whole-text", SignWith(_ecdsa, $"<{body}>"), body).IsAsync(200);
            await PostAsync(host, "/schemes/whole-text", SignWith(_ecdsa, $"<{body}"), body).IsProblemAsync(403, "Invalid signature");
        }
    }

    private static X509Certificate2 CertificateOf(ECDsa key) =>
        new CertificateRequest("CN=provider", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch.AddYears(100)
        );

    private static byte[] SignWith(ECDsa key, string text) =>
        key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    private static byte[] SignWith(RSA key, string text) =>
        key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static Task<HttpResponseMessage> PostAsync(WebhookHost host, string endpoint, byte[] signature, string body = Body) =>
        host.PostAsync(endpoint, body, ("X-Signature", Convert.ToBase64String(signature)));
}
