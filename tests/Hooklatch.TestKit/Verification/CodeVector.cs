using System.Text.Json.Nodes;

namespace Hooklatch.TestKit.Verification;

/// <summary>A delivery that a provider or its library has signed, or rejects; each says where it is from.</summary>
internal sealed record CodeVector(JsonObject Json)
{
    private static readonly CodeVector[] All =
    [
        .. JsonNode
            .Parse(File.ReadAllText(Repository.PathOf("tests", "Hooklatch.Tests", "Providers", "code-vectors.json")))!
            .AsArray()
            .Select(vector => new CodeVector(vector!.AsObject())),
    ];

    public string Secret => Text("secret")!;

    public string Url => Text("url")!;

    public string Body => Text("body")!;

    /// <summary>When it is received, where that matters.</summary>
    public DateTimeOffset? Now => (long?)Json["now"] is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    public bool IsValid => Text("expected") == "valid";

    public BenchRequest Request =>
        new(Body)
        {
            Method = Text("method")!,
            ContentType = Text("headers", "Content-Type") ?? "application/json",
            Query = Url.Contains('?', StringComparison.Ordinal) ? Url[Url.IndexOf('?', StringComparison.Ordinal)..] : "",
            Headers =
            [
                .. Json["headers"]!
                    .AsObject()
                    .Where(header => header.Key != "Content-Type")
                    .Select(header => (header.Key, (string)header.Value!)),
            ],
        };

    public static CodeVector[] Of(string provider) => [.. All.Where(vector => vector.Text("provider") == provider)];

    public static TheoryData<int> Numbers(string provider) => [.. Enumerable.Range(0, Of(provider).Length)];

    public string? Text(string name) => (string?)Json[name];

    private string? Text(string owner, string name) => (string?)Json[owner]?[name];
}
