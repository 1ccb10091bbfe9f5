using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hooklatch.Signing;
using Hooklatch.Signing.Keys;
using Hooklatch.Signing.Text;

namespace Hooklatch.Providers;

/// <summary>Signs each notification of a body as <see cref="AdyenVerifier"/> verifies it.</summary>
internal sealed class AdyenSigner : IRequestSigner
{
    public SignerKeyKind KeyKind => SignerKeyKind.Secret;

    public IReadOnlyList<string> Settings => [];

    public void Sign(OutgoingRequest request, SignerKeys keys)
    {
        var key = KeyText.Decode(keys.GetSecret(), KeyEncoding.Hex, prefix: "");
        using var read = UntrustedJson.Parse(request.Body, UntrustedJson.MaxUnverifiedTokensOfList);
        if (
            key.Length == 0
            || read is null
            || UntrustedJson.Member(read.RootElement, "notificationItems") is not { ValueKind: JsonValueKind.Array } items
        )
        {
            throw new ArgumentException("Adyen signs notificationItems of a JSON body, with a hexadecimal key.", nameof(request));
        }

        var body = JsonNode.Parse(request.Body)!;
        for (var i = 0; i < items.GetArrayLength(); i++)
        {
            var text =
                AdyenText.Of(UntrustedJson.Member(items[i], "NotificationRequestItem"))
                ?? throw new ArgumentException("A field that Adyen signs holds a colon or is no scalar.", nameof(request));
            var item = body["notificationItems"]![i]!["NotificationRequestItem"]!;
            item["additionalData"] ??= new JsonObject();
            item["additionalData"]!["hmacSignature"] = Convert.ToBase64String(AdyenText.Hash(key, text));
        }

        request.Body = Encoding.UTF8.GetBytes(body.ToJsonString());
    }
}
