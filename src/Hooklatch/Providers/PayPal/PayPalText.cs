using System.Globalization;
using System.Text;

namespace Hooklatch.Providers;

/// <summary>What PayPal signs, and the headers that hold it.</summary>
internal static class PayPalText
{
    public const string Id = "PAYPAL-TRANSMISSION-ID";
    public const string Time = "PAYPAL-TRANSMISSION-TIME";
    public const string Signature = "PAYPAL-TRANSMISSION-SIG";
    public const string Address = "PAYPAL-CERT-URL";
    public const string Algorithm = "PAYPAL-AUTH-ALGO";
    public const string RsaSha256 = "SHA256withRSA";

    public static byte[] Of(string id, string? time, string webhook, uint checksum) =>
        Encoding.UTF8.GetBytes($"{id}|{time}|{webhook}|{checksum.ToString(CultureInfo.InvariantCulture)}");
}
