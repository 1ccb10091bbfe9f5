using System.Security.Cryptography;
using System.Text;
using Hooklatch.Providers;
using Hooklatch.Signing.Text;

namespace Hooklatch.Tests.Verification.Code;

/// <summary>What is computed without a branch gives what a branch would.</summary>
public sealed class FixedTimeTests
{
    private const int Yes = -1;
    private const int No = 0;

    [Fact]
    public void Numbers_are_compared()
    {
        int[] numbers = [0, 1, 2, 15, 16, 17, 255, 256, 1024, int.MaxValue];
        foreach (var one in numbers)
        {
            foreach (var other in numbers)
            {
                Assert.Equal(one == other ? Yes : No, FixedTime.Same(one, other));
                Assert.Equal(one < other ? Yes : No, FixedTime.Less(one, other));
                Assert.Equal((one, other), (FixedTime.Select(Yes, one, other), FixedTime.Select(No, one, other)));
            }
        }
    }

    [Theory]
    [InlineData(1, 3, "bcd", Yes)]
    [InlineData(0, 5, "abcde", Yes)]
    [InlineData(4, 1, "e", Yes)]
    [InlineData(1, 3, "bce", No)]
    [InlineData(1, 3, "xcd", No)]
    [InlineData(1, 2, "bcd", No)]
    [InlineData(1, 4, "bcd", No)]
    [InlineData(0, 5, "abcdef", No)]
    [InlineData(4, 1, "efghijklm", No)]
    [InlineData(0, 0, "", Yes)]
    public void A_text_is_looked_for_in_its_place(int start, int length, string expected, int found) =>
        Assert.Equal(found, FixedTime.IsAt("abcde"u8, start, length, Encoding.UTF8.GetBytes(expected)));

    [Fact]
    public void Texts_are_put_in_order()
    {
        string[] texts = ["", "a", "aa", "ab", "b", "A", "QDG6eK", "QDG6eL", "QDG6e", "0", "1409659589", "263014780", "~", "é"];
        foreach (var one in texts)
        {
            foreach (var other in texts)
            {
                Assert.Equal(
                    string.CompareOrdinal(one, other) < 0 ? Yes : No,
                    FixedTime.IsBefore(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other))
                );
            }
        }
    }

    /// <summary>Wherever the token belongs among what is sent.</summary>
    [Theory]
    [InlineData("0")]
    [InlineData("15")]
    [InlineData("5")]
    [InlineData("QDG6eK")]
    [InlineData("1409659589")]
    [InlineData("zzz")]
    public void What_is_signed_is_sorted(string token)
    {
        const string Timestamp = "1409659589";
        const string Nonce = "263014780";
        foreach (var cipherText in (string[])["RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo", "+aa", "0", "é", ""])
        {
            var sorted = string.Concat(new[] { token, Timestamp, Nonce, cipherText }.Order(StringComparer.Ordinal));
#pragma warning disable CA5350 // What WeCom signs with.
            Assert.Equal(SHA1.HashData(Encoding.UTF8.GetBytes(sorted)), CallbackCipher.Sign(token, Timestamp, Nonce, cipherText));
#pragma warning restore CA5350
        }
    }
}
