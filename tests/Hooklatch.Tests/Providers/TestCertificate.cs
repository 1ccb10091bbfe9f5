using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Hooklatch.Tests.Providers;

/// <summary>A private key and a certificate of it, in force around <see cref="VerifierBench.Now"/>.</summary>
internal sealed class TestCertificate
{
    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _certificate;

    public TestCertificate(string host, TestCertificate? issuer = null)
    {
        var request = new CertificateRequest($"CN={host}", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(issuer is null, false, 0, true));
        var (from, to) = (VerifierBench.Now.AddDays(-1), VerifierBench.Now.AddDays(1));
        _certificate = issuer is null
            ? request.CreateSelfSigned(from, to)
            : request.Create(issuer._certificate, from, to, RandomNumberGenerator.GetBytes(8));
    }

    public string Pem => _certificate.ExportCertificatePem();

    public string PublicKeyPem => _key.ExportSubjectPublicKeyInfoPem();

    public string PublicKeyBase64 => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    public string Sign(string text, HashAlgorithmName hash) =>
        Convert.ToBase64String(_key.SignData(Encoding.UTF8.GetBytes(text), hash, RSASignaturePadding.Pkcs1));
}
