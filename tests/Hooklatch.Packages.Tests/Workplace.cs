namespace Hooklatch.Packages.Tests;

/// <summary>
/// A folder outside the repository, and a home of the SDK in it: templates that are installed there are not installed for anybody else. Packages come from the
/// packed feed and from where the machine's own configuration says.
/// </summary>
internal sealed class Workplace : IDisposable
{
    public Workplace(PackedFeed feed)
    {
        var own = Path.Combine(Home, ".nuget", "NuGet", "NuGet.Config");
        if (File.Exists(own))
        {
            Folder.Write("home/.nuget/NuGet/NuGet.Config", File.ReadAllText(own));
        }

        Folder.Write("nuget.config", Configuration(feed.Folder));
    }

    public TemporaryFolder Folder { get; } = new();

    /// <summary>What the home of the SDK is, to a program that is started here.</summary>
    public (string Name, string Value)[] Environment =>
        [("DOTNET_CLI_HOME", Folder.PathOf("home")), ("DOTNET_NOLOGO", "1"), ("DOTNET_CLI_TELEMETRY_OPTOUT", "1")];

    private static string Home => System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile);

    public void Dispose() => Folder.Dispose();

    /// <summary>Runs the SDK in a directory of the folder, which must succeed.</summary>
    public async Task<string> RunAsync(string directory, params string[] arguments)
    {
        var run = await Sdk.RunAsync(Folder.PathOf(directory), arguments, Environment);
        Assert.True(run.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{run.Output}{run.Errors}");
        return run.Output;
    }

    /// <summary>
    /// A package folder that ends with the test. What the machine has unpacked, such as the native compiler, is taken from there; our packages are not among it.
    /// </summary>
    private static string Configuration(string feed) =>
        $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><add key="packed" value="{feed}" /></packageSources>
              <fallbackPackageFolders>{Unpacked}</fallbackPackageFolders>
            </configuration>
            """;

    private static string Unpacked
    {
        get
        {
            var folder = System.Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Home, ".nuget", "packages");
            return Directory.Exists(folder) ? $"<add key=\"machine\" value=\"{folder}\" />" : "";
        }
    }
}
