using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hooklatch.Signing.Text;

namespace Hooklatch.Providers;

/// <summary>A message of SNS as far as its signature goes.</summary>
internal sealed class AwsSnsMessage
{
    private const string Notification = "Notification";
    private static readonly string[] OfNotification = ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"];
    private static readonly string[] OfConfirmation = ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"];

    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    private AwsSnsMessage() { }

    public string Type => _fields["Type"];

    public string Id => _fields["MessageId"];

    public string TopicArn => _fields["TopicArn"];

    public string Timestamp => _fields["Timestamp"];

    public string? SubscribeUrl => _fields.GetValueOrDefault("SubscribeURL");

    public bool IsSubscription => Type is "SubscriptionConfirmation";

    public string? Signature { get; private init; }

    public string? SignatureVersion { get; private init; }

    public string? SigningCertUrl { get; private init; }

    /// <returns>The message; <see langword="null"/> where the body is none, or one whose signed text could be read in two ways.</returns>
    public static AwsSnsMessage? Read(ReadOnlyMemory<byte> body)
    {
        using var document = UntrustedJson.Parse(body);
        if (document?.RootElement is not { } root || UntrustedJson.Text(root, "Type") is not { } type)
        {
            return null;
        }

        var names = type switch
        {
            Notification => OfNotification,
            "SubscriptionConfirmation" or "UnsubscribeConfirmation" => OfConfirmation,
            _ => null,
        };
        var message = new AwsSnsMessage
        {
            Signature = UntrustedJson.Text(root, "Signature"),
            SignatureVersion = UntrustedJson.Text(root, "SignatureVersion"),
            SigningCertUrl = UntrustedJson.Text(root, "SigningCertURL"),
        };
        return names is not null && names.All(name => message.TryTake(root, name)) ? message : null;
    }

#pragma warning disable CA5350 // What SNS signs with where a topic does not ask for version 2.
    /// <summary>The hash of a version of signatures; <see langword="null"/> where there is no such version.</summary>
    public static HashAlgorithmName? HashOf(string? version) =>
        version switch
        {
            "1" => HashAlgorithmName.SHA1,
            "2" => HashAlgorithmName.SHA256,
            _ => null,
        };
#pragma warning restore CA5350

    /// <summary>The signed text: name and value of each field on lines of their own.</summary>
    public byte[] SignedText()
    {
        var text = new StringBuilder();
        foreach (var name in Type is Notification ? OfNotification : OfConfirmation)
        {
            if (_fields.TryGetValue(name, out var value))
            {
                text.Append(name).Append('\n').Append(value).Append('\n');
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Only the message itself may have lines: with a second such field, one could be taken for the other.</summary>
    private bool TryTake(JsonElement root, string name)
    {
        var member = UntrustedJson.Member(root, name);
        if (member.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return name is "Subject";
        }

        if (UntrustedJson.Text(member) is not { } value || (name is not "Message" && value.Contains('\n', StringComparison.Ordinal)))
        {
            return false;
        }

        _fields.Add(name, value);
        return true;
    }
}
