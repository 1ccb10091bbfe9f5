namespace Hooklatch.Console;

/// <summary>The ids of what the console logs. They are part of its interface for whoever reads logs, and do not change.</summary>
internal static class ConsoleEvents
{
    public const int ConsoleOff = 98;
    public const int ConsoleTokenMade = 99;
    public const int ConsoleTokenNotKept = 100;
    public const int ConsoleTokenOpenToOthers = 101;
    public const int ConsoleTokenRejected = 102;
    public const int ConsoleChange = 103;
    public const int ConsoleSignedIn = 104;
    public const int ConsoleSignedOut = 105;
    public const int ConsoleSignInRefused = 106;
    public const int ConsoleAuditFailed = 107;
}
