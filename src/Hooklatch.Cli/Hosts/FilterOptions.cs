using System.CommandLine;
using Hooklatch.Cli.Terminals;
using Hooklatch.Management;

namespace Hooklatch.Cli.Hosts;

/// <summary>The options that say which deliveries.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string?> _plugin = new("--plugin") { Description = "Of a plugin: acme.shop.", HelpName = "KEY" };
    private readonly Option<string?> _endpoint = new("--endpoint") { Description = "Of an endpoint as declared.", HelpName = "PATH" };
    private readonly Option<string?> _event = new("--event", "-e") { Description = "Of an event.", HelpName = "NAME" };
    private readonly Option<string?> _id = new("--delivery-id") { Description = "By the provider's id.", HelpName = "ID" };
    private readonly Option<string?> _errorType = new("--error-type") { Description = "By the type of the last error.", HelpName = "TYPE" };
    private readonly Option<string?> _since = new("--since") { Description = "Received at this time or later: 2h.", HelpName = "TIME" };
    private readonly Option<string?> _until = new("--until") { Description = "Received before this time.", HelpName = "TIME" };
    private readonly Option<string?> _state = new("--state") { Description = "In a state: done, dead.", HelpName = "STATE" };

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="withState">Whether the person chooses the state.</param>
    public void AddTo(Command command, bool withState)
    {
        Option[] options = [_plugin, _endpoint, _event, _id, _errorType, _since, _until];
        Array.ForEach(options, command.Add);
        if (withState)
        {
            _state.AcceptOnlyFromAmong("ready", "leased", "delayed", "waiting", "suspect", "done", "dead", "quarantined", "dismissed");
            command.Add(_state);
        }
    }

    /// <summary>What is asked for.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="now">The time.</param>
    /// <param name="state">The state, where the command has one of its own.</param>
    public DeliveryFilter Read(ParseResult line, DateTimeOffset now, string? state = null) =>
        new()
        {
            Plugin = line.GetValue(_plugin),
            Endpoint = line.GetValue(_endpoint) is { } endpoint
                ? line.GetValue(_plugin) is null
                    ? throw ToolException.Usage("--endpoint needs --plugin.")
                    : endpoint
                : null,
            Event = line.GetValue(_event),
            DeliveryId = line.GetValue(_id),
            ErrorType = line.GetValue(_errorType),
            State = state ?? (line.GetResult(_state) is null ? null : line.GetValue(_state)),
            From = line.GetValue(_since) is { } since ? TimeText.Point(since, now) : null,
            To = line.GetValue(_until) is { } until ? TimeText.Point(until, now) : null,
        };

    /// <summary>A filter as parameters of a path.</summary>
    public static HostQuery Query(string path, DeliveryFilter filter) =>
        new HostQuery(path)
            .With("plugin", filter.Plugin)
            .With("endpoint", filter.Endpoint)
            .With("jobs", filter.Jobs is { } jobs ? (jobs ? "true" : "false") : null)
            .With("event", filter.Event)
            .With("deliveryId", filter.DeliveryId)
            .With("state", filter.State)
            .With("from", filter.From)
            .With("to", filter.To)
            .With("errorType", filter.ErrorType)
            .With("fingerprint", filter.Fingerprint);
}
