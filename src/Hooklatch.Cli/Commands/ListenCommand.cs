using System.CommandLine;
using System.Net;
using Hooklatch.Cli.Catalog;
using Hooklatch.Cli.Hosts;
using Hooklatch.Cli.Listening;
using Hooklatch.Cli.Sending;
using Hooklatch.Cli.Terminals;
using Hooklatch.Signing;

namespace Hooklatch.Cli.Commands;

/// <summary><c>listen</c>: receives on this machine, or takes on what a host has stored.</summary>
internal sealed class ListenCommand : ToolCommand
{
    private readonly Option<int> _port = CommonOptions.Number("--port", "The port; 0 for a free one.", 8080, 0, 65535);
    private readonly Option<string> _address = new("--address")
    {
        Description = "The address to listen on.",
        HelpName = "IP",
        DefaultValueFactory = _ => "127.0.0.1",
    };
    private readonly Option<string?> _save = new("--save")
    {
        Description = "Save each request in a file of this folder.",
        HelpName = "DIR",
    };
    private readonly Option<string?> _forward = new("--forward") { Description = "Send each request on.", HelpName = "URL" };
    private readonly Option<bool> _print = new("--print") { Description = "Print headers and bodies." };
    private readonly Option<int> _status = CommonOptions.Number("--status", "What is answered where nothing is sent on.", 200, 200, 599);
    private readonly Option<int> _maxBody = CommonOptions.Number("--max-body", "The most MiB of a body.", 32, 1, 1024);
    private readonly HostOptions _host = new("--from");
    private readonly Option<string?> _provider = new("--provider")
    {
        Description = "With --from: sign anew as this provider.",
        HelpName = "PROVIDER",
    };
    private readonly SecretOptions _secrets = new("With --from: the secret to sign anew with.");
    private readonly Option<string?> _plugin = new("--plugin") { Description = "With --from: of this plugin only.", HelpName = "KEY" };
    private readonly Option<string?> _endpoint = new("--endpoint")
    {
        Description = "With --from: of this endpoint only.",
        HelpName = "PATH",
    };
    private readonly Option<long?> _after = new("--after")
    {
        Description = "With --from: begin after this delivery; 0 for all.",
        HelpName = "ID",
    };
    private readonly Option<string?> _cursor = new("--cursor") { Description = "With --from: the file of the cursor.", HelpName = "FILE" };

    public ListenCommand(Surroundings here)
        : base(here, "listen", "Receive requests here, or take on what a host has stored.")
    {
        _provider.CompletionSources.Add(_ => PresetCatalog.Names);
        Option[] local = [_port, _address, _save, _forward, _print, _status, _maxBody];
        Array.ForEach(local, Add);
        _host.AddTo(this);
        Add(_provider);
        _secrets.AddTo(this);
        Option[] remote = [_plugin, _endpoint, _after, _cursor];
        Array.ForEach(remote, Add);
    }

    protected override async Task<int> RunAsync(ParseResult line, Output output, CancellationToken cancellation)
    {
        var settings = new ListenSettings
        {
            Save = line.GetValue(_save),
            Forward = line.GetValue(_forward) is { } url ? ExactUrl.Of(url).OriginalString : null,
            Prints = line.GetValue(_print),
            Status = line.GetValue(_status),
        };
        using var client = settings.Forward is null ? null : new HttpMessageInvoker(Here.CreateHandler());
        var forwarder = client is null ? null : new Forwarder(client, Here.Time, line.GetValue(_forward)!);
        if (_host.IsGiven(line))
        {
            await FollowAsync(line, settings, forwarder, output, cancellation);
        }
        else
        {
            await ReceiveAsync(line, settings, forwarder, output, cancellation);
        }

        return ExitCode.Done;
    }

    private async Task ReceiveAsync(
        ParseResult line,
        ListenSettings settings,
        Forwarder? forwarder,
        Output output,
        CancellationToken cancellation
    )
    {
        var address = IPAddress.TryParse(line.GetValue(_address), out var ip)
            ? ip
            : throw ToolException.Usage($"'{line.GetValue(_address)}' is no IP address.");
        var listener = new LocalListener(settings, forwarder, output);
        await using var receiver = await LocalReceiver.StartAsync(
            address,
            line.GetValue(_port),
            (long)line.GetValue(_maxBody) << 20,
            Here.Time,
            listener.ReceiveAsync
        );
        output.Note($"Listening on {receiver.Address}. Ctrl+C ends it.");
        await Task.Delay(Timeout.InfiniteTimeSpan, Here.Time, cancellation);
    }

    private async Task FollowAsync(
        ParseResult line,
        ListenSettings settings,
        Forwarder? forwarder,
        Output output,
        CancellationToken cancellation
    )
    {
        var preset = line.GetValue(_provider) is { } name ? PresetCatalog.Find(name) : null;
        if (preset is null && _secrets.IsGiven(line))
        {
            throw ToolException.Usage("--secret signs anew: say with --provider how.");
        }

        var (plugin, endpoint) = (line.GetValue(_plugin), line.GetValue(_endpoint));
        using var host = _host.Connect(line, Here);
        var cursor = line.GetValue(_cursor) is { } file
            ? new CursorFile(file)
            : CursorFile.Of(Here.StateFolder, host.Name, plugin, endpoint, settings.Forward, settings.Save);
        var listener = new FeedListener(host, cursor, output, Here.Time)
        {
            Settings = settings,
            Forwarder = forwarder,
            Preset = preset,
            Keys = preset is null ? null : SignerKeys.FromText(_secrets.Read(line, Here, "secret")[0]).With(_secrets.Settings(line)),
            Plugin = plugin,
            Endpoint = endpoint,
        };
        await listener.RunAsync(line.GetValue(_after), cancellation);
    }
}
