namespace Hooklatch.Tests.Verification;

/// <summary>What is decrypted although nobody signed it takes the same way whatever it is: there is no branch that its time could tell.</summary>
public sealed class UnsignedTextTests
{
    public static TheoryData<string, string[]> Ways =>
        new()
        {
            { "Signing/Text/FixedTime.cs", ["Same", "Less", "Select", "IsAt", "IsBefore", "IsZero"] },
            { "Providers/Feishu/FixedTimeJson.cs", ["Read", "Transitions", "EndsIn"] },
            { "Providers/Callbacks/CallbackCipher.cs", ["Sign"] },
            { "Providers/Feishu/FeishuCipher.cs", ["Decrypt", "PaddingOf", "Blank"] },
            { "Providers/Feishu/FeishuHandshake.cs", ["FindPlain", "FindDecrypted", "Judge"] },
        };

    [Theory, MemberData(nameof(Ways))]
    public void Nothing_branches_on_it(string file, string[] methods) =>
        Assert.Empty(BranchScan.Find(File.ReadAllText(Repository.PathOf(["src", "Hooklatch", .. file.Split('/')])), methods));

    [Theory]
    [InlineData("if (padding > 16) return 0; return padding;")]
    [InlineData("return padding > 16 ? 0 : padding;")]
    [InlineData("var isWrong = padding == 0 || padding > 16; return 0;")]
    [InlineData("while (padding > 0) padding--; return padding;")]
    [InlineData("for (var i = 0; i < 16; i++) { break; } return 0;")]
    [InlineData("var isWrong = padding > 16; return 0;")]
    [InlineData("return padding is > 0 and <= 16 ? 1 : 0;")]
    [InlineData("try { return Decrypt(); } catch { return 0; }")]
    public void A_branch_is_found(string statements) =>
        Assert.NotEmpty(BranchScan.Find($$"""class Cipher { int PaddingOf(int padding) { {{statements}} } }""", "PaddingOf"));

    /// <summary>The only branch: whether it was the handshake.</summary>
    [Fact]
    public void Only_the_verdict_is_a_branch() =>
        Assert.Equal(
            [
                "Find: isHandshake == 0 ? null : text.Slice(members[Challenge].Start, members[Challenge].Length).ToArray()",
                "Find: isHandshake == 0",
            ],
            BranchScan.Find(File.ReadAllText(Repository.PathOf("src", "Hooklatch", "Providers", "Feishu", "FeishuHandshake.cs")), "Find")
        );
}
