using Hooklatch.Benchmarks.Processes;

namespace Hooklatch.Benchmarks.Http;

/// <summary>The servers of one scenario, each on the processor that servers have; those that nobody asks cost the others nothing.</summary>
internal sealed class RunningServers : IAsyncDisposable
{
    private readonly Dictionary<Server, HostProcess> _running = [];

    public async Task<HostProcess> StartAsync(Server server)
    {
        if (!_running.TryGetValue(server, out var process))
        {
            var port = FreePort.Next();
            var (program, arguments) = await server.Command(port);
            process = await HostProcess.StartAsync(port, "taskset", ["-c", Load.ServerProcessor, program, .. arguments]);
            _running.Add(server, process);
        }

        return process;
    }

    /// <summary>The most that a server had resident, in MiB.</summary>
    public double PeakOf(Server server) => ResidentMemory.PeakOf(_running[server].Id) / 1024.0;

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _running.Values)
        {
            await process.DisposeAsync();
        }
    }
}
