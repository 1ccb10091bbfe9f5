using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace Hooklatch.Providers;

/// <summary>The certificate that a delivery of PayPal names.</summary>
internal static partial class PayPalCertificate
{
    private const string Owner = "messageverificationcerts.paypal.com";

    /// <summary>The address, if it is one at which PayPal publishes certificates; no other is visited.</summary>
    public static Uri? Address(string? text) =>
        text is not null && Published.IsMatch(text) && Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;

    /// <summary>The key of a certificate that is PayPal's, in force, and leads to a trusted root.</summary>
    /// <param name="pem">The certificate, and behind it those that lead to the root.</param>
    /// <param name="now">The time of receipt.</param>
    /// <param name="roots">The only roots that count; none for those that the machine trusts.</param>
    public static byte[]? KeyOf(ReadOnlySpan<byte> pem, DateTimeOffset now, IReadOnlyList<X509Certificate2> roots)
    {
        var certificates = new X509Certificate2Collection();
        using var chain = new X509Chain();
        try
        {
            certificates.ImportFromPem(Encoding.ASCII.GetString(pem));
            if (certificates is not [var own, ..] || !own.MatchesHostname(Owner, allowWildcards: false))
            {
                return null;
            }

            chain.ChainPolicy.VerificationTime = now.UtcDateTime;
            chain.ChainPolicy.VerificationTimeIgnored = false;
            // Nothing is asked of anyone: what the delivery's certificate came with has to do.
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            chain.ChainPolicy.DisableCertificateDownloads = true;
            chain.ChainPolicy.ExtraStore.AddRange(certificates);
            if (roots.Count > 0)
            {
                chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
                chain.ChainPolicy.CustomTrustStore.AddRange(roots.ToArray());
            }

            return chain.Build(own) ? own.PublicKey.ExportSubjectPublicKeyInfo() : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
        finally
        {
            foreach (var certificate in certificates)
            {
                certificate.Dispose();
            }
        }
    }

    [GeneratedRegex(@"^https://api(\.sandbox)?\.paypal\.com/v1/notifications/certs/[A-Za-z0-9_-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Published { get; }
}
