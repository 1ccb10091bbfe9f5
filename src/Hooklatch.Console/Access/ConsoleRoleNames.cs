namespace Hooklatch.Console.Access;

/// <summary>Roles as the API writes them.</summary>
internal static class ConsoleRoleNames
{
    public static string Name(this ConsoleRole role) =>
        role switch
        {
            ConsoleRole.Operate => "operate",
            ConsoleRole.Bodies => "bodies",
            _ => "read",
        };
}
