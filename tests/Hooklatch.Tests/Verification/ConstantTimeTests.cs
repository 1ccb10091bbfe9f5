namespace Hooklatch.Tests.Verification;

/// <summary>No verifier tells by its time how much of a guess was right.</summary>
public sealed class ConstantTimeTests
{
    private static readonly string[] Rooms =
    [
        Repository.PathOf("src", "Hooklatch", "Signing"),
        Repository.PathOf("src", "Hooklatch", "Verification"),
        Repository.PathOf("src", "Hooklatch", "Providers"),
        Repository.PathOf("src", "Hooklatch", "Handshakes"),
        Repository.PathOf("src", "Hooklatch.Ed25519"),
    ];

    /// <summary>Comparisons that end early and tell nothing, each with the reason.</summary>
    private static readonly Dictionary<string, string> Excused = new(StringComparer.Ordinal)
    {
        ["AlipayText.cs: string.CompareOrdinal(one.Key, other.Key)"] = "the order of names that are being signed",
        ["AlipayText.cs: name.SequenceCompareTo(after)"] = "the order of names that the sender wrote",
        ["AlipayText.cs: name.SequenceCompareTo(before)"] = "the order of names that the sender wrote",
        ["SignatureScheme.cs: TextOf(\"1\").AsSpan().SequenceEqual(TextOf(\"2\"))"] = "two texts of the scheme's own, before any request",
        ["AwsSnsAddress.cs: text.Equals(address.AbsoluteUri, StringComparison.Ordinal)"] = "the sender's text against its own spelling",
        ["BodyWriting.cs: body.Span.Contains((byte)'\\n')"] = "a body that was refused already",
        ["BodyWriting.cs: body.Span.EndsWith(\"\\n\"u8)"] = "a body that was refused already",
        ["BodyWriting.cs: body.Span.EndsWith(\"\\r\"u8)"] = "a body that was refused already",
        ["BodyWriting.cs: body.Span.StartsWith(Mark)"] = "a body that was refused already",
        ["Unzipped.cs: body.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])"] = "a body that was refused already",
        ["JsonWriting.cs: body.Span.SequenceEqual(bytes)"] = "a body that was refused already, against itself in another writing",
        ["SignatureReading.cs: known.Bytes.AsSpan().SequenceEqual(bytes)"] = "two readings of what the sender sent",
        ["CheckedKeys.cs: entry.Certificate.Equals(certificate)"] = "whether two are the same memory, whatever it holds",
        ["Ed25519Key.cs: key.StartsWith(InfoPrefix)"] = "a public key of the configuration",
        ["Ed25519Key.cs: privateKey.StartsWith(PrivateInfoPrefix)"] = "a private key, with which nothing is verified",
        ["FormWriter.cs: Uri.UnescapeDataString(pair.Split('=')[0].Replace('+', ' ')) != name"] = "a name in a form that is being signed",
        ["HandshakeResponder.cs: http.Request.Method == handshake.Method"] = "the method of a handshake, which anyone can read up",
        ["HandshakeResponder.cs: text.StartsWith(before)"] = "what surrounds the value of a handshake, which anyone can read up",
        ["HandshakeResponder.cs: text.EndsWith(after)"] = "what surrounds the value of a handshake, which anyone can read up",
        ["HandshakeResponder.cs: text.IndexOf(\"://\"u8)"] = "whether the sender's text holds a URL at all",
        ["HandshakeResponder.cs: text.IndexOf((byte)'\"')"] = "whether the sender's text holds a quote at all",
        ["HandshakeResponder.cs: value == expected"] = "the word of a handshake, which anyone can read up",
        ["HandshakeResponder.cs: handshake.ContentType == \"application/json\""] = "the author's text against a word",
        ["FormType.cs: type.MediaType.Equals(Name, StringComparison.OrdinalIgnoreCase)"] = "a media type, which anyone can read up",
    };

    [Fact]
    public void Verifiers_compare_only_in_constant_time()
    {
        var sources = SourcesOf("Hooklatch").Concat(SourcesOf("Hooklatch.Ed25519")).ToArray();

        Assert.All(Rooms, room => Assert.Contains(sources, source => IsIn(room, source.File)));
        // What is excused and not there any more is no excuse.
        Assert.Equal(Excused.Keys.Order(StringComparer.Ordinal), Find(sources).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("computed.SequenceEqual(received)")]
    [InlineData("MemoryExtensions.SequenceEqual<byte>(computed, received)")]
    [InlineData("computed.StartsWith(received)")]
    [InlineData("computed.SequenceCompareTo(received) == 0")]
    [InlineData("computed == received")]
    [InlineData("computed.ToArray().SequenceEqual(received.ToArray())")]
    [InlineData("Convert.ToHexString(computed) == header")]
    [InlineData("Convert.ToHexString(computed) != header")]
    [InlineData("header.Equals(Convert.ToHexString(computed), StringComparison.Ordinal)")]
    [InlineData("string.CompareOrdinal(header, Convert.ToHexString(computed)) == 0")]
    [InlineData("header.AsSpan().SequenceEqual(Convert.ToHexString(computed))")]
    public void A_comparison_that_ends_early_is_found(string comparison) => Assert.NotEmpty(Scan(comparison));

    [Theory]
    [InlineData("System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(computed, received)")]
    [InlineData("header.StartsWith(\"sha256=\", StringComparison.Ordinal)")]
    [InlineData("computed.Length == received.Length")]
    [InlineData("header.Length == 0")]
    public void What_a_verifier_may_test_is_not(string test) => Assert.Empty(Scan(test));

    public static TheoryData<string> RoomNames => [.. Rooms.Select(room => Path.GetRelativePath(Repository.Root, room))];

    [Theory, MemberData(nameof(RoomNames))]
    public void A_comparison_that_ends_early_is_found_in_each_room(string room)
    {
        const string Planted = "class Planted { bool Ask(byte[] computed, byte[] received) => computed.SequenceEqual(received); }";
        var file = Path.Combine(Repository.PathOf(room), "Deep", "Planted.cs");

        Assert.Equal(["Planted.cs: computed.SequenceEqual(received)"], Find([.. SourcesOf("Hooklatch"), (file, Planted)], "Planted.cs"));
    }

    private static string[] Find((string File, string Text)[] sources, string name = "") =>
        ConstantTimeScan.Find(
            sources,
            file => Rooms.Any(room => IsIn(room, file)) && Path.GetFileName(file).EndsWith(name, StringComparison.Ordinal)
        );

    private static IEnumerable<(string File, string Text)> SourcesOf(string project) =>
        Directory
            .EnumerateFiles(Repository.PathOf("src", project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => (file, File.ReadAllText(file)));

    private static bool IsIn(string room, string file) => file.StartsWith(room + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string[] Scan(string expression) =>
        ConstantTimeScan.Find(
            [
                (
                    "Verifier.cs",
                    $$"""class Verifier { bool Ask(ReadOnlySpan<byte> computed, ReadOnlySpan<byte> received, string header) => {{expression}}; }"""
                ),
            ],
            _ => true
        );
}
