using System.Diagnostics.CodeAnalysis;

namespace Hooklatch.Console.Access;

/// <summary>What a token must be. Nothing here repeats one.</summary>
internal static class TokenRules
{
    public const int MinLength = 20;
    public const int MaxLength = 512;
    public const int MaxNameLength = 100;

    /// <summary>Whether a text can be a token: one that a header carries as it is.</summary>
    public static bool IsToken([NotNullWhen(true)] string? token) =>
        token is { Length: >= MinLength and <= MaxLength } && !token.AsSpan().ContainsAnyExceptInRange('!', '~');

    /// <summary>Whether a token can be used.</summary>
    public static bool IsUsable(string name, ConsoleToken? token) =>
        name.Length is > 0 and <= MaxNameLength && IsToken(token?.Token) && Enum.IsDefined(token.Role);

    /// <summary>What is wrong with tokens, by the paths of their settings.</summary>
    public static IEnumerable<string> ProblemsOf(IDictionary<string, ConsoleToken> tokens)
    {
        foreach (var (name, token) in tokens)
        {
            if (name.Length is 0 or > MaxNameLength)
            {
                yield return $"{PathOf(LogText.Safe(name))} must have a name of at most {MaxNameLength} characters";
            }

            if (!IsToken(token?.Token))
            {
                yield return $"{PathOf(LogText.Safe(name))}:{nameof(ConsoleToken.Token)} must be {MinLength} to {MaxLength} printable ASCII characters without spaces, at random";
            }

            if (token is not null && !Enum.IsDefined(token.Role))
            {
                yield return ProblemOfRole($"{nameof(HooklatchConsoleOptions.Tokens)}:{LogText.Safe(name)}:{nameof(ConsoleToken.Role)}");
            }
        }

        var twice = tokens.Where(token => IsToken(token.Value?.Token)).GroupBy(token => token.Value.Token, StringComparer.Ordinal);
        foreach (var same in twice.Where(same => same.Count() > 1))
        {
            // Who of them it was, nobody could say.
            yield return $"{string.Join(" and ", same.Select(token => PathOf(LogText.Safe(token.Key))))} must not be the same token";
        }
    }

    /// <param name="setting">The setting below the console's section.</param>
    public static string ProblemOfRole(string setting) => $"{HooklatchConsoleOptions.Section}:{setting} must be Read, Bodies or Operate";

    /// <summary>A role by its name. One that is not set is the least.</summary>
    public static bool TryParse(string? text, out ConsoleRole role)
    {
        role = ConsoleRole.Read;
        foreach (var known in Enum.GetValues<ConsoleRole>())
        {
            if (string.Equals(text?.Trim(), known.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                role = known;
                return true;
            }
        }

        return string.IsNullOrWhiteSpace(text);
    }

    private static string PathOf(string name) => $"{HooklatchConsoleOptions.Section}:{nameof(HooklatchConsoleOptions.Tokens)}:{name}";
}
