using System.Diagnostics;

namespace Hooklatch.Packages.Tests;

/// <summary>A published host on a free port, until the test ends.</summary>
internal sealed class RunningBinary : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;

    private RunningBinary(Process process, Uri address) => (_process, Client) = (process, new HttpClient { BaseAddress = address });

    public HttpClient Client { get; }

    public static async Task<RunningBinary> StartAsync(string binary, params string[] settings)
    {
        var start = new ProcessStartInfo(
            binary,
            ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information", .. settings]
        )
        {
            WorkingDirectory = Path.GetDirectoryName(binary),
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var output = "";
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            output += line + "\n";
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                process.OutputDataReceived += (_, _) => { };
                process.BeginOutputReadLine();
                return new RunningBinary(process, new Uri(line[(at + Listening.Length)..].Trim()));
            }
        }

        process.Dispose();
        throw new InvalidOperationException("The host ended:\n" + output);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}
