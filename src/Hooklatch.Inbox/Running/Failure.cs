using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Inbox.Running;

/// <summary>What a store and a log say of a try that failed.</summary>
/// <param name="Type">The type of what was thrown, or a word for what else went wrong.</param>
/// <param name="Message">What went wrong, for people.</param>
/// <param name="Fingerprint">Equal for errors of one type from one place.</param>
/// <param name="Exception">What was thrown.</param>
internal sealed record Failure(string Type, string? Message, string Fingerprint, Exception? Exception = null)
{
    public static Failure Of(Exception error) =>
        new(
            error.GetType().FullName ?? error.GetType().Name,
            error.Message,
            FingerprintOf(error.GetType().FullName, PlaceOf(error)),
            error
        );

    public static Failure Of(string word, string? message) => new(word, message, FingerprintOf(word, ""));

    /// <summary>The first line of the stack, without the file and its line, which move with every edit.</summary>
    private static string PlaceOf(Exception error)
    {
        var stack = error.StackTrace ?? "";
        var end = stack.IndexOf('\n', StringComparison.Ordinal);
        var first = (end < 0 ? stack : stack[..end]).Trim();
        var file = first.IndexOf(") in ", StringComparison.Ordinal);
        return file < 0 ? first : first[..(file + 1)];
    }

    private static string FingerprintOf(string? type, string place) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{type}\n{place}")).AsSpan(0, 8));
}
