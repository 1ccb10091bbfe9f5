using System.Globalization;
using System.Text.Json;
using Hooklatch.Providers.Tests.Harness;

namespace Hooklatch.Providers.Tests.Interop;

/// <summary>Random deliveries, each signed with a random secret by its vendor's own library (signers.mjs and adyen.mjs of tests/interop).</summary>
internal static class VendorSigners
{
    private static readonly string Folder = Repository.PathOf("tests", "interop");

    public static async Task<IReadOnlyList<Vector>> SignAsync(
        string seed,
        DateTimeOffset now,
        CancellationToken cancellation,
        string script = "signers.mjs"
    )
    {
        var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var output = await RunAsync(script, cancellation, seed, seconds);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, i) => Parse(line, i, now))];
    }

    /// <summary>What a script of tests/interop writes.</summary>
    public static async Task<string> RunAsync(string script, CancellationToken cancellation, params string[] arguments)
    {
        Component.Require("node");
        using (await CrossProcessLock.TakeAsync("npm", cancellation))
        {
            await InstallAsync(cancellation);
        }

        var node = await ChildProcess.RunAsync("node", [script, .. arguments], Folder, cancellation);
        Assert.True(node.ExitCode == 0, node.Errors);
        return node.Output;
    }

    private static async Task InstallAsync(CancellationToken cancellation)
    {
        if (Directory.Exists(Path.Combine(Folder, "node_modules", "twilio")))
        {
            return;
        }

        Component.Require("npm");
        var npm = await ChildProcess.RunAsync("npm", ["ci", "--no-audit", "--no-fund"], Folder, cancellation);
        if (npm.ExitCode != 0)
        {
            Component.Missing("This test needs the packages of tests/interop, and npm could not install them: " + npm.Errors);
        }
    }

    private static Vector Parse(string line, int number, DateTimeOffset now)
    {
        using var json = JsonDocument.Parse(line);
        var delivery = json.RootElement;
        return new Vector
        {
            Provider = delivery.GetProperty("provider").GetString()!,
            Number = number,
            IsValid = true,
            Secrets = [delivery.GetProperty("secret").GetString()!],
            PublicKey = null,
            Others = [],
            Now = now,
            Method = "POST",
            Url = null,
            Headers =
            [
                .. delivery.GetProperty("headers").EnumerateObject().Select(one => KeyValuePair.Create(one.Name, one.Value.GetString()!)),
            ],
            Body = delivery.GetProperty("body").GetBytesFromBase64(),
            Answer = null,
            Note = delivery.GetProperty("name").GetString()!,
        };
    }
}
