namespace Hooklatch.Console;

/// <summary>What somebody signs in to the console with, and what it lets them do.</summary>
public sealed class ConsoleToken
{
    /// <summary>The token: 20 to 512 printable ASCII characters without spaces. Nothing derives it from a password, so make it at random.</summary>
    public string Token { get; set; } = "";

    /// <summary>What it lets its holder do. Default: <see cref="ConsoleRole.Read"/>.</summary>
    public ConsoleRole Role { get; set; }
}
