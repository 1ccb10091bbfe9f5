using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Verification.Code;

/// <summary>Compares text in a time that does not tell where it differs.</summary>
internal static class FixedTime
{
    /// <summary>Both sides are hashed first, so that not even their lengths tell.</summary>
    public static bool AreEqual(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(one)),
            SHA256.HashData(Encoding.UTF8.GetBytes(other))
        );

    /// <summary>Whether the text is one of several. All of them are compared, whichever it is.</summary>
    public static bool IsOneOf(string text, IReadOnlyList<string> several)
    {
        var isFound = false;
        for (var i = 0; i < several.Count; i++)
        {
            isFound |= AreEqual(several[i], text);
        }

        return isFound;
    }
}
