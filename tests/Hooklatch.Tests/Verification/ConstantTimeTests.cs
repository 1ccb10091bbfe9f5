using Hooklatch.Tests.Shared;

namespace Hooklatch.Tests.Verification;

/// <summary>No verifier tells by its time how much of a guess was right.</summary>
public sealed class ConstantTimeTests
{
    [Fact]
    public void Verifiers_compare_only_in_constant_time()
    {
        var folder = Repository.PathOf("src", "Hooklatch");
        var sources = Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => (file, File.ReadAllText(file)))
            .ToArray();
        var verification = Path.Combine(folder, "Verification");

        Assert.Contains(sources, source => source.file.StartsWith(verification, StringComparison.Ordinal));
        Assert.Empty(ConstantTimeScan.Find(sources, file => file.StartsWith(verification, StringComparison.Ordinal)));
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
    public void What_a_verifier_may_ask_is_not(string question) => Assert.Empty(Scan(question));

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
