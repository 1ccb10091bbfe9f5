namespace Hooklatch.Console.Audit;

/// <summary>The actions of the audit that nobody has to be signed in for, or that sign in and out.</summary>
internal static class AuditActions
{
    public const string SignIn = "sign in";
    public const string SignOut = "sign out";

    /// <summary>Somebody unknown was refused. A store keeps few of them: a stranger can make as many as are written.</summary>
    public const string SignInRefused = "sign in refused";
}
