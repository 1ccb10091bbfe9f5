namespace Hooklatch;

/// <summary>Whose value it is that a plugin keeps. Values of different scopes never meet.</summary>
public readonly record struct KeyValueScope
{
    /// <summary>The longest name of a chat or user: 200 UTF-16 code units.</summary>
    public const int MaxLength = 200;

    private readonly string? _name;

    private KeyValueScope(string name) => _name = name;

    /// <summary>The plugin's own.</summary>
    public static KeyValueScope Global => default;

    /// <summary>One chat's.</summary>
    /// <param name="chat">Its key.</param>
    /// <exception cref="ArgumentException">It is empty or longer than <see cref="MaxLength"/>.</exception>
    public static KeyValueScope Chat(string chat) => new("chat:" + Checked(chat));

    /// <summary>One user's.</summary>
    /// <param name="user">What tells the user.</param>
    /// <exception cref="ArgumentException">It is empty or longer than <see cref="MaxLength"/>.</exception>
    public static KeyValueScope User(string user) => new("user:" + Checked(user));

    /// <summary><c>global</c>, <c>chat:</c> or <c>user:</c> and the name.</summary>
    public override string ToString() => _name ?? "global";

    private static string Checked(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name.Length <= MaxLength
            ? name
            : throw new ArgumentException($"A chat or user has at most {MaxLength} characters.", nameof(name));
    }
}
