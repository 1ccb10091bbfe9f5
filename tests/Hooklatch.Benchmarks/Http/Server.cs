using Hooklatch.Benchmarks.Processes;
using Hooklatch.Benchmarks.Uploads;

namespace Hooklatch.Benchmarks.Http;

/// <summary>A program that receives deliveries, and how it is started on a port.</summary>
internal sealed record Server(string Name, Func<int, Task<(string Program, string[] Arguments)>> Command)
{
    private static readonly string Hosts = Repository.PathOf("tests", "Hooklatch.Benchmarks", "Hosts");

    public static Server Hooklatch { get; } = Published("HooklatchHost", "--Plugins:bench.host:GitHub=" + SignedUpload.Secret);

    /// <summary>A host with a store, whose deliveries lie in the folder of the benchmark's other files.</summary>
    public static Server Queue { get; } =
        new(
            "QueueHost",
            async port =>
            {
                var binary = await PublishedHost.PublishAsync("QueueHost");
                var data = Repository.PathOf("artifacts", "bench-http", "data");
                if (Directory.Exists(data))
                {
                    Directory.Delete(data, recursive: true);
                }

                return (
                    binary,
                    [
                        "--urls",
                        $"http://127.0.0.1:{port}",
                        "--Plugins:bench.queue:GitHub=" + SignedUpload.Secret,
                        "--Hooklatch:DataDirectory=" + data,
                        // What is finished is dropped by its age and not while it is measured.
                        "--Hooklatch:Inbox:RetainBytes=17179869184",
                    ]
                );
            }
        );

    /// <summary>The same host as it was built from another commit.</summary>
    public static Server Earlier(string binary) =>
        new(
            "earlier",
            port =>
                Task.FromResult<(string, string[])>(
                    (binary, ["--urls", $"http://127.0.0.1:{port}", "--Plugins:bench.host:GitHub=" + SignedUpload.Secret])
                )
        );

    /// <summary>Written by hand on the bare server.</summary>
    public static Server Raw { get; } = Published("RawHost", "--Secret=" + SignedUpload.Secret);

    public static Server MinimalApi { get; } = Published("MinimalApiHost", "--Secret=" + SignedUpload.Secret);

    /// <summary>One worker with uvloop and httptools where Debian's packages are there: uvicorn chooses them by itself.</summary>
    public static Server FastApi { get; } =
        new(
            "FastAPI",
            port =>
                Task.FromResult<(string, string[])>(
                    (
                        "env",
                        [
                            "SECRET=" + SignedUpload.Secret,
                            "/usr/bin/python3",
                            "-m",
                            "uvicorn",
                            "--app-dir",
                            Path.Combine(Hosts, "FastApi"),
                            "--port",
                            $"{port}",
                            "--no-access-log",
                            "app:app",
                        ]
                    )
                )
        );

    /// <summary>Debian's webhook, which starts a program for every delivery.</summary>
    public static Server Webhook { get; } =
        new(
            "webhook",
            port =>
                Task.FromResult<(string, string[])>(
                    ("webhook", ["-hooks", Path.Combine(Hosts, "Webhook", "hooks.json"), "-ip", "127.0.0.1", "-port", $"{port}"])
                )
        );

    private static Server Published(string name, params string[] settings) =>
        new(name, async port => (await PublishedHost.PublishAsync(name), ["--urls", $"http://127.0.0.1:{port}", .. settings]));
}
