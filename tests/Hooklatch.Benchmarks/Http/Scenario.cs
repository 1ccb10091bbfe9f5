using System.Text.Json.Nodes;
using Hooklatch.Benchmarks.FromJson;

namespace Hooklatch.Benchmarks.Http;

/// <summary>One size of payload, and who is compared with whom on it.</summary>
/// <param name="Name">What the command line and the table say.</param>
/// <param name="Bodies">Cycled through, so that no cache of one body's work helps.</param>
/// <param name="Pairs">Ours, and the other.</param>
internal sealed record Scenario(string Name, Lazy<SignedBody[]> Bodies, (Contender Ours, Contender Theirs)[] Pairs)
{
    /// <summary>How many requests are under way at once.</summary>
    public int Connections { get; init; } = 16;

    private const int Small = 64;
    private const int Large = 8;

    public static IReadOnlyList<Scenario> All { get; } =
    [
        Push("200B", 200, Small),
        Push("7KB", 7_000, Small),
        Push("100KB", 100_000, Large),
        Upload("1MB", 1, Large),
        Queue("queued-200B", 200),
        Queue("queued-7KB", 7_000),
    ];

    /// <summary>The same bodies, for this commit beside the host of another.</summary>
    public Scenario BesideEarlier(string binary)
    {
        var server = Server.Earlier(binary);
        (Contender Ours, Contender Theirs)[] pairs =
        [
            .. Pairs
                .Select(pair => pair.Ours)
                .Distinct()
                .Select(ours => (ours, ours with { Name = "the earlier commit", Server = server })),
        ];
        return this with { Pairs = pairs };
    }

    private static Scenario Push(string name, int length, int count) =>
        new(
            name,
            new(() =>
            {
                var example = Example();
                return [.. Enumerable.Range(0, count).Select(variant => SignedBody.Push(example, length, variant))];
            }),
            [
                (Contender.FromJson, Contender.Floor),
                (Contender.FromJson, Contender.Raw("/push")),
                (Contender.FromJson, Contender.MinimalApi("/push")),
                (Contender.FromJson, Contender.FastApi("/push")),
                (Contender.FromJson, Contender.Webhook),
                (Contender.Forgetful, Contender.FromJson),
                (Contender.Forgetful, Contender.Raw("/push")),
                (Contender.Forgetful, Contender.Floor),
                (Contender.Typed, Contender.Raw("/push")),
                (Contender.Typed, Contender.MinimalApi("/push")),
                (Contender.ForgetfulTyped, Contender.Raw("/push")),
            ]
        );

    /// <summary>Many senders at once, as a group that is committed together needs them.</summary>
    private static Scenario Queue(string name, int length) =>
        Push(name, length, Small) with
        {
            Pairs = [(Contender.Queued, Contender.Inline)],
            Connections = 128,
        };

    private static Scenario Upload(string name, int mebibytes, int count) =>
        new(
            name,
            new(() => [.. Enumerable.Range(0, count).Select(variant => SignedBody.Upload(mebibytes, variant))]),
            [
                (Contender.Upload, Contender.Floor),
                (Contender.Upload, Contender.Raw("/upload")),
                (Contender.Upload, Contender.MinimalApi("/upload")),
                (Contender.Upload, Contender.FastApi("/upload")),
            ]
        );

    /// <summary>A push with one commit, of about 7 KB.</summary>
    private static JsonObject Example() =>
        GitHubPayloads
            .Load()
            .Select(body => JsonNode.Parse(body)!.AsObject())
            .First(payload => payload["pusher"]?["name"] is not null && payload["commits"] is JsonArray { Count: > 0 });
}
