using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>
/// Signs a message as <see cref="AwsSnsVerifier"/> verifies it. A body that is no message of SNS becomes the <c>Message</c> of a notification, and
/// a message gets what it lacks.
/// </summary>
internal sealed class AwsSnsSigner : IRequestSigner
{
    private const string TopicArns = nameof(AwsSnsSignatureAttribute.TopicArns);

    public SignerKeyKind KeyKind => SignerKeyKind.PrivateKey;

    public IReadOnlyList<string> Settings => [TopicArns];

    public void Sign(OutgoingRequest request, SignerKeys keys)
    {
        var message = MessageIn(request.Body);
        message["MessageId"] ??= request.DeliveryId ?? Guid.NewGuid().ToString();
        message["TopicArn"] ??= keys.GetSetting(TopicArns);
        message["Timestamp"] ??= request.SignedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        message["SignatureVersion"] ??= "2";
        var read = AwsSnsMessage.Read(Encoding.UTF8.GetBytes(message.ToJsonString()));
        if (read is null || AwsSnsMessage.HashOf(read.SignatureVersion) is not { } hash)
        {
            throw new ArgumentException("The body is no message that SNS signs.", nameof(request));
        }

        message["Signature"] = Convert.ToBase64String(keys.SignText(read.SignedText(), hash));
        request.ContentType = "text/plain";
        request.Body = Encoding.UTF8.GetBytes(message.ToJsonString());
    }

    private static JsonObject MessageIn(byte[] body)
    {
        try
        {
            if (JsonNode.Parse(body) is JsonObject message && message.ContainsKey("Type"))
            {
                return message;
            }
        }
        catch (System.Text.Json.JsonException)
        {
            // A text is a message, too.
        }

        return new JsonObject { ["Type"] = "Notification", ["Message"] = Encoding.UTF8.GetString(body) };
    }
}
