namespace Hooklatch.TestKit.Files;

/// <summary>The checked-out repository that the running tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Framework.sln.</summary>
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("The tests do not run inside the repository: no Framework.sln above them.")
        : File.Exists(Path.Combine(folder.FullName, "Framework.sln")) ? folder.FullName
        : FindRoot(folder.Parent);
}
