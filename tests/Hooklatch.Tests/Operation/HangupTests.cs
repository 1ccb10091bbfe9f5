using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using Hooklatch.Hosting;
using Hooklatch.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Tests.Operation;

/// <summary>A hangup (SIGHUP) ends a host as a termination does: what runs is answered first.</summary>
public sealed class HangupTests
{
    private const string Secret = "a secret of the hangup tests";

    [Fact]
    public async Task It_stops_the_host_and_not_the_process()
    {
        await using var host = await WebhookHost.StartAsync();
        var lifetime = host.App.Services.GetRequiredService<IHostApplicationLifetime>();
        var drain = host.App.Services.GetServices<IHostedService>().OfType<HangupDrain>().Single();
        var (first, second) = (new PosixSignalContext(PosixSignal.SIGHUP), new PosixSignalContext(PosixSignal.SIGHUP));

        drain.Handle(first);
        drain.Handle(second);

        Assert.True(first.Cancel && second.Cancel);
        Assert.True(lifetime.ApplicationStopping.IsCancellationRequested);
        Assert.Single(host.Log.Named("HangupReceived"));
    }

    [Fact]
    public async Task A_host_that_handles_it_itself_keeps_running()
    {
        await using var host = await WebhookHost.StartAsync();
        var drain = host.App.Services.GetServices<IHostedService>().OfType<HangupDrain>().Single();

        drain.Handle(new PosixSignalContext(PosixSignal.SIGHUP) { Cancel = true });

        Assert.False(host.App.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
    }

    [Theory]
    [InlineData("HUP")]
    [InlineData("TERM")]
    public async Task A_delivery_that_is_under_way_is_answered(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        using var host = Start();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        try
        {
            var address = new Uri((await LineAsync(host, "Now listening on: ", deadline.Token)).Split("on: ")[1].Trim());
            await LineAsync(host, "Application started", deadline.Token);
            const string Body = """{"repository":{"full_name":"octo/hello"}}""";
            using var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port, deadline.Token);
            await using var stream = client.GetStream();
            var head =
                $"POST /api/plugin/dev.single_file/webhook/push HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nX-Hub-Signature-256: {Sign.GitHub(Body, Secret)}\r\nContent-Length: {Body.Length}\r\nExpect: 100-continue\r\n\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head), deadline.Token);
            // The host asks for the body: the delivery is under way.
            using var reader = new StreamReader(stream);
            Assert.StartsWith("HTTP/1.1 100", await reader.ReadLineAsync(deadline.Token), StringComparison.Ordinal);
            await reader.ReadLineAsync(deadline.Token);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Body[..10]), deadline.Token);

            using var kill = Process.Start("kill", [$"-{signal}", $"{host.Id}"]);
            await LineAsync(host, "Application is shutting down", deadline.Token);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Body[10..]), deadline.Token);

            Assert.StartsWith("HTTP/1.1 200", await reader.ReadLineAsync(deadline.Token), StringComparison.Ordinal);
            await host.WaitForExitAsync(deadline.Token);
            Assert.Equal(0, host.ExitCode);
        }
        finally
        {
            if (!host.HasExited)
            {
                host.Kill(entireProcessTree: true);
            }
        }
    }

    private static async Task<string> LineAsync(Process host, string text, CancellationToken cancellationToken)
    {
        while (await host.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException(
            $"The host ended without '{text}': {await host.StandardError.ReadToEndAsync(cancellationToken)}"
        );
    }

    /// <summary>The sample in one file, as the build has made it.</summary>
    private static Process Start()
    {
        var configuration = AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug";
        var binary = Repository.PathOf("samples", "SingleFile", "bin", configuration, "net10.0", "SingleFile.dll");
        Assert.True(File.Exists(binary), $"{binary} is not built.");
        var dotnet = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        string[] command = [dotnet, binary, "--urls", "http://127.0.0.1:0", "--Plugins:dev.single_file:Secret", Secret];
        // Tests that run under nohup ignore the signal, and so would a host that they start.
        string[] started = OperatingSystem.IsLinux() ? ["env", "--default-signal=HUP", .. command] : command;
        return Process.Start(
            new ProcessStartInfo(started[0], started[1..])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetDirectoryName(binary),
            }
        )!;
    }
}
