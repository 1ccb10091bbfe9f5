using System.Security.Cryptography;
using System.Text;
using Hooklatch.Providers.Tests.Harness;

namespace Hooklatch.Providers.Tests.Forms;

/// <summary>Deliveries as forms, put together without a line of the code under test.</summary>
internal static class ProviderForms
{
    public const string Secret = "a secret of the tests";
    public const string UrlEncoded = "application/x-www-form-urlencoded";
    public const string Multipart = "multipart/form-data; boundary=xYzZY";
    public const string JsonType = "application/json";

    public static DateTimeOffset Now { get; } = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    public static string Mac(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(text)));

    /// <summary>Fields in their order; a name may repeat.</summary>
    public static string Encode(params (string Name, string Value)[] fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));

    /// <summary>The same as parts, with an attachment behind them.</summary>
    public static string Parts(params (string Name, string Value)[] fields) =>
        string.Concat(fields.Select(field => $"--xYzZY\r\nContent-Disposition: form-data; name=\"{field.Name}\"\r\n\r\n{field.Value}\r\n"))
        + "--xYzZY\r\nContent-Disposition: form-data; name=\"attachment-1\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\n--x\r\n"
        + "--xYzZY--\r\n";

    public static Vector Delivery(string provider, string contentType, string body, params (string Name, string Value)[] headers) =>
        new()
        {
            Provider = provider,
            Number = 0,
            IsValid = true,
            Secrets = [Secret],
            PublicKey = null,
            Others = [],
            Now = Now,
            Method = "POST",
            Url = null,
            Headers = [new("Content-Type", contentType), .. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))],
            Body = Encoding.UTF8.GetBytes(body),
            Answer = null,
            Note = "form",
        };
}
