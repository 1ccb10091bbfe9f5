using System.Globalization;

namespace Hooklatch.TestKit.Vectors;

/// <summary>What the host of all providers is configured with for one delivery.</summary>
internal static class VectorSettings
{
    private const string Plugin = "Plugins:dev.providers:";

    /// <summary>For deliveries whose point is not the secret: a receiver always has one.</summary>
    private const string AnySecret = "a secret that signed none of these";

    /// <summary>Whose deliveries they are, where a provider signs for everybody with one key.</summary>
    private static readonly KeyValuePair<string, string>[] Identities =
    [
        new("AlipayAppId:0", "2019073166072302"),
        new("AlipayAppId:1", "2018121762595097"),
        new("AlipayAppId:2", "2017122801303261"),
        new("AwsSnsTopicArns:0", "arn:aws:sns:us-west-2:131990247566:dongie-standard-topic"),
        new("AwsSnsTopicArns:1", "arn:aws:sns:us-west-2:131990247566:dongie-fifo.fifo"),
        new("AwsSnsConfirmingTopicArns:0", "arn:aws:sns:us-west-2:131990247566:dongie-standard-topic"),
        new("WeComReceiveId", "wx5823bf96d3bd56c7"),
    ];

    /// <summary>Where the sample's endpoint takes its secret or key from: <c>/standard-webhooks</c> from <c>StandardWebhooksSecret</c>.</summary>
    public static string NameOf(string provider) =>
        string.Concat(provider.Split('-').Select(part => string.Concat(part[..1].ToUpperInvariant(), part[1..])));

    public static IReadOnlyList<KeyValuePair<string, string>> Of(Vector vector)
    {
        var name = Plugin + NameOf(vector.Provider);
        var secrets =
            vector.PublicKey is not null ? []
            : vector.Secrets.Count == 0 ? [AnySecret]
            : vector.Secrets;
        return
        [
            .. secrets.Select((secret, i) => KeyValuePair.Create($"{name}Secret:{i.ToString(CultureInfo.InvariantCulture)}", secret)),
            .. Identities
                .Where(identity => identity.Key.StartsWith(NameOf(vector.Provider), StringComparison.OrdinalIgnoreCase))
                .Select(identity => KeyValuePair.Create(Plugin + identity.Key, identity.Value)),
            .. vector.Others.Select(other => KeyValuePair.Create(name + other.Key, other.Value)),
            .. vector.PublicKey is { } key ? [KeyValuePair.Create($"{name}PublicKey:0", key)] : Array.Empty<KeyValuePair<string, string>>(),
        ];
    }

    /// <summary>The same as arguments of samples/ProvidersHost, with the time and the URL.</summary>
    public static string[] ArgumentsOf(Vector vector) =>
        [
            .. Of(vector).Select(setting => $"--{setting.Key}={setting.Value}"),
            .. vector.Now is { } now
                ? [$"--Hooklatch:Now={now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}"]
                : Array.Empty<string>(),
            .. vector.Url is { } url ? [$"--{Plugin}PublicUrl={url}"] : Array.Empty<string>(),
        ];
}
