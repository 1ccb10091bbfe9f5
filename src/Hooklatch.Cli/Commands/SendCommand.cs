using System.CommandLine;
using System.Globalization;
using Hooklatch.Cli.Catalog;
using Hooklatch.Cli.Sending;
using Hooklatch.Cli.Terminals;
using Hooklatch.Signing;

namespace Hooklatch.Cli.Commands;

/// <summary><c>send</c>: signs a delivery as a provider does, and sends it.</summary>
internal sealed class SendCommand : ToolCommand
{
    private const int MaxRepeat = 1_000_000;
    private const int MaxParallel = 256;

    private readonly Argument<string?> _provider = CommonOptions.Provider();
    private readonly Argument<string?> _file = CommonOptions.File("The body: a file, or - for what is piped in. Default: a sample.");
    private readonly Option<bool> _list = new("--list") { Description = "List the providers, and what each is signed with." };
    private readonly Option<string?> _url = new("--url", "-u") { Description = "Where to send it.", HelpName = "URL" };
    private readonly Option<string?> _signedUrl = new("--signed-url")
    {
        Description = "The URL that is signed, where a proxy is in between.",
        HelpName = "URL",
    };
    private readonly SecretOptions _secrets = new("The secret, or your private key.");
    private readonly Option<string?> _event = new("--event", "-e") { Description = "The event: push, issues.opened.", HelpName = "NAME" };
    private readonly Option<string?> _id = new("--delivery-id") { Description = "The delivery's id. Default: a new one.", HelpName = "ID" };
    private readonly Option<string[]> _set = new("--set") { Description = "Set a value of the body: data.id=3.", HelpName = "PATH=VALUE" };
    private readonly Option<string[]> _header = new("--header", "-H") { Description = "Add a header.", HelpName = "NAME: VALUE" };
    private readonly Option<string?> _contentType = new("--content-type")
    {
        Description = "The media type of the body.",
        HelpName = "TYPE",
    };
    private readonly Option<string> _method = new("--method", "-X")
    {
        Description = "The method.",
        HelpName = "METHOD",
        DefaultValueFactory = _ => "POST",
    };
    private readonly Option<int> _repeat = CommonOptions.Number("--repeat", "How often, each time with a new id.", 1, 1, MaxRepeat);
    private readonly Option<int> _parallel = CommonOptions.Number("--parallel", "How many at once.", 1, 1, MaxParallel);
    private readonly Option<int?> _expect = new("--expect") { Description = "The only status that is right.", HelpName = "STATUS" };
    private readonly Option<int> _timeout = CommonOptions.Number("--timeout", "Seconds to wait for an answer.", 30, 1, 3600);
    private readonly Option<bool> _print = new("--print") { Description = "Print the signed request, and send nothing." };

    public SendCommand(Surroundings here)
        : base(here, "send", "Sign a delivery as a provider does, and send it.")
    {
        Add(_provider);
        Add(_file);
        _secrets.AddTo(this);
        Option[] options =
        [
            _url,
            _event,
            _id,
            _set,
            _header,
            _contentType,
            _method,
            _repeat,
            _parallel,
            _signedUrl,
            _expect,
            _timeout,
            _print,
            _list,
        ];
        Array.ForEach(options, Add);
    }

    protected override async Task<int> RunAsync(ParseResult line, Output output, CancellationToken cancellation)
    {
        if (line.GetValue(_list))
        {
            new PresetList(output).Write();
            return ExitCode.Done;
        }

        var preset = PresetCatalog.Find(line.GetValue(_provider) ?? throw ToolException.Usage("Name a provider: hooklatch send github."));
        var isPrinted = line.GetValue(_print);
        var options = await ReadAsync(line, preset, isPrinted, cancellation);
        if (isPrinted)
        {
            var request = new RequestMaker(options, Here.Time).Next();
            await Here.Terminal.OutBytes.WriteAsync(RequestText.Of(request, request.Url.OriginalString), cancellation);
            await Here.Terminal.OutBytes.FlushAsync(cancellation);
            return ExitCode.Done;
        }

        if (options.Payload.IsOwn && options.Event is null && preset.Info.Event is { Header: { } header })
        {
            output.Note($"No --event: the header {header.Split('|')[0]} is not sent.", Color.Yellow);
        }

        using var client = new HttpMessageInvoker(Here.CreateHandler());
        var run = new SendRun(options, new RequestSender(client, Here.Time), Here)
        {
            Expected = line.GetValue(_expect),
            Timeout = TimeSpan.FromSeconds(line.GetValue(_timeout)),
        };
        return line.GetValue(_repeat) is var count and > 1
            ? Report(await run.SendManyAsync(count, line.GetValue(_parallel), output.Moving, cancellation), output)
            : Report(await run.SendOneAsync(cancellation), preset, output);
    }

    private async Task<SendOptions> ReadAsync(ParseResult line, Preset preset, bool isPrinted, CancellationToken cancellation)
    {
        var url =
            line.GetValue(_url)
            ?? (isPrinted ? line.GetValue(_signedUrl) ?? "http://localhost/" : throw ToolException.Usage("Say where to: --url URL."));
        ExactUrl.Of(url);
        var name = line.GetValue(_event);
        var payload = line.GetValue(_file) is { } file
            ? Payload.Of(await new FileReader(Here).ReadAsync(file, cancellation), line.GetValue(_contentType))
            : Payload.SampleOf(preset.Info, name);
        var kind = preset.Create().CreateSigner().KeyKind is SignerKeyKind.Secret ? "secret" : "private key";
        return new SendOptions
        {
            Preset = preset,
            Url = url,
            SignedUrl = line.GetValue(_signedUrl),
            Method = line.GetValue(_method)!.ToUpperInvariant(),
            Keys = SignerKeys.FromText(_secrets.Read(line, Here, kind)[0]).With(_secrets.Settings(line)),
            Payload = line.GetValue(_contentType) is { } type ? payload with { ContentType = type } : payload,
            Event = name,
            DeliveryId = line.GetValue(_id),
            Values = [.. (line.GetValue(_set) ?? []).Select(CommonOptions.Pair)],
            Headers = [.. (line.GetValue(_header) ?? []).Select(CommonOptions.Header)],
            WithNewIds = line.GetValue(_repeat) > 1,
        };
    }

    private static int Report(SendResult result, Preset preset, Output output)
    {
        output.Json(result, ToolJson.Default.SendResult);
        var about = string.Join(", ", new[] { preset.Info.Title, result.Event, result.DeliveryId }.OfType<string>());
        output.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Status?.ToString(CultureInfo.InvariantCulture) ?? "no answer"} in {result.Milliseconds:0.#} ms  {about}"
            ),
            result.Delivered ? Color.Green : Color.Red
        );
        if (result.Problem is { } problem)
        {
            output.Line($"  {problem}", Color.Red);
        }

        foreach (var text in (result.Answer ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(20))
        {
            output.Line("  " + text.TrimEnd('\r'));
        }

        return result.Delivered ? ExitCode.Done : ExitCode.Failed;
    }

    private static int Report(SendSummary summary, Output output)
    {
        output.Json(summary, ToolJson.Default.SendSummary);
        output.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{summary.Delivered} of {summary.Sent} delivered, {summary.PerSecond:0.#} per second"
            ),
            summary.Delivered == summary.Sent ? Color.Green : Color.Red
        );
        output.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  p50 {summary.P50:0.##} ms, p90 {summary.P90:0.##} ms, p99 {summary.P99:0.##} ms, longest {summary.Max:0.##} ms"
            )
        );
        output.Line("  " + string.Join(", ", summary.Statuses.Select(one => FormattableString.Invariant($"{one.Key}: {one.Value}"))));
        return summary.Delivered == summary.Sent ? ExitCode.Done : ExitCode.Failed;
    }
}
