namespace Hooklatch.Console.Settings;

/// <summary>Tells by its name whether a setting may hold a secret. A name that only sounds like one is masked as well: that costs nobody anything.</summary>
internal static class SecretNames
{
    private static readonly string[] Words =
    [
        "secret",
        "token",
        "password",
        "passwd",
        "passphrase",
        "pwd",
        "key",
        "credential",
        "connectionstring",
        "connstr",
        "dsn",
        "signature",
        "certificate",
        "cert",
        "auth",
        "bearer",
        "cookie",
        "private",
        "salt",
        "pem",
    ];

    /// <summary>Whether a part of a path is such a name.</summary>
    public static bool IsLike(string path) => path.Split(':').Any(IsLikeOne);

    /// <summary>Whether a value is a URL with a password in it.</summary>
    public static bool IsLikeValue(string value) => Uri.TryCreate(value, UriKind.Absolute, out var url) && url.UserInfo.Length > 0;

    private static bool IsLikeOne(string name)
    {
        var plain = name.Replace("_", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal);
        return Words.Any(word => plain.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
