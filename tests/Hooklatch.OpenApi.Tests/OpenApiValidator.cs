using System.Text.Json.Nodes;

namespace Hooklatch.OpenApi.Tests;

/// <summary>Validates documents against OpenAPI's own meta-schema (tests/interop).</summary>
internal static class OpenApiValidator
{
    private static readonly string Folder = Repository.PathOf("tests", "interop");

    public static async Task<ChildProcess> ValidateAsync(JsonNode document)
    {
        Component.Require("node");
        await InstallAsync();
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, document.ToJsonString(), TestContext.Current.CancellationToken);
            return await ChildProcess.RunAsync("node", ["openapi.mjs", file], Folder, TestContext.Current.CancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task InstallAsync()
    {
        using var alone = await CrossProcessLock.TakeAsync("npm", TestContext.Current.CancellationToken);
        if (Directory.Exists(Path.Combine(Folder, "node_modules", "@seriousme")))
        {
            return;
        }

        Component.Require("npm");
        var npm = await ChildProcess.RunAsync("npm", ["ci", "--no-audit", "--no-fund"], Folder, TestContext.Current.CancellationToken);
        if (npm.ExitCode != 0)
        {
            Component.Missing("This test needs the packages of tests/interop, and npm could not install them: " + npm.Errors);
        }
    }
}
