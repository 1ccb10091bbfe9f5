using System.CommandLine;
using Hooklatch.Cli.Hosts;
using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Commands;

/// <summary>A command that calls a running host.</summary>
internal abstract class HostCommand : ToolCommand
{
    private readonly HostOptions _host = new();

    private protected HostCommand(Surroundings here, string name, string description)
        : base(here, name, description) => _host.AddTo(this);

    /// <summary>Does the work.</summary>
    protected abstract Task<int> RunAsync(ParseResult line, HostClient host, Output output, CancellationToken cancellation);

    protected sealed override async Task<int> RunAsync(ParseResult line, Output output, CancellationToken cancellation)
    {
        using var host = _host.Connect(line, Here);
        return await RunAsync(line, host, output, cancellation);
    }
}
