using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Hooklatch.Tests.Providers;

/// <summary>A notification of Adyen by its signed fields, signed as Adyen's own libraries sign it.</summary>
internal sealed record AdyenNotification
{
    public string? Psp { get; init; } = "7914073381342284";

    public string? Original { get; init; }

    public string Account { get; init; } = "TestMerchant";

    public string Reference { get; init; } = "TestPayment-1";

    public string Value { get; init; } = "1130";

    public string Currency { get; init; } = "EUR";

    public string Code { get; init; } = "AUTHORISATION";

    public string Success { get; init; } = "true";

    public string Text => string.Join(':', All);

    public static string Envelope(params string[] items) => $$"""{"live":"false","notificationItems":[{{string.Join(',', items)}}]}""";

    private string?[] All => [Psp, Original, Account, Reference, Value, Currency, Code, Success];

    public string SignatureOf(string key) => Sign(key, Text);

    /// <summary>As documents of Adyen said once, and nothing of Adyen does.</summary>
    public string SignatureOfEscaped(string key) =>
        Sign(key, string.Join(':', All.Select(field => field?.Replace("\\", @"\\").Replace(":", @"\:"))));

    public string Signed(string key, string? signature = null)
    {
        var item = new JsonObject();
        Add(item, "pspReference", Psp);
        Add(item, "originalReference", Original);
        item["merchantAccountCode"] = Account;
        item["merchantReference"] = Reference;
        item["amount"] = new JsonObject { ["value"] = long.TryParse(Value, out var number) ? number : Value, ["currency"] = Currency };
        item["eventCode"] = Code;
        item["success"] = Success;
        item["additionalData"] = new JsonObject { ["hmacSignature"] = signature ?? SignatureOf(key) };
        return new JsonObject { ["NotificationRequestItem"] = item }.ToJsonString();
    }

    private static string Sign(string key, string text) =>
        Convert.ToBase64String(HMACSHA256.HashData(Convert.FromHexString(key), Encoding.UTF8.GetBytes(text)));

    private static void Add(JsonObject item, string name, string? value)
    {
        if (value is not null)
        {
            item[name] = value;
        }
    }
}
