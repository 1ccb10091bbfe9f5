using System.Buffers;

namespace Hooklatch.Console.Access;

/// <summary>A name by which the console may be reached, or every name below one.</summary>
/// <param name="Name">The name without <c>*.</c> and without a dot at the end.</param>
/// <param name="IsBelow">Whether it stands for the names below it.</param>
internal sealed record AllowedHost(string Name, bool IsBelow)
{
    private static readonly SearchValues<char> Characters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._[]:"
    );

    /// <returns><see langword="null"/> for what is no name; also for <c>*</c>, which would let every name in.</returns>
    public static AllowedHost? Parse(string? text)
    {
        var isBelow = text?.StartsWith("*.", StringComparison.Ordinal) == true;
        var name = (isBelow ? text![2..] : text ?? "").TrimEnd('.');
        var isAddress = name.StartsWith('[');
        return
            name.Length is 0 or > 255
            || name.AsSpan().ContainsAnyExcept(Characters)
            || (!isAddress && name.AsSpan().ContainsAny("[]:"))
            || (isAddress && isBelow)
            ? null
            : new AllowedHost(name, isBelow);
    }

    /// <summary>Whether a name is one of them.</summary>
    public bool Contains(string host) =>
        IsBelow
            ? host.Length > Name.Length + 1 && host.EndsWith($".{Name}", StringComparison.OrdinalIgnoreCase)
            : string.Equals(host, Name, StringComparison.OrdinalIgnoreCase);
}
