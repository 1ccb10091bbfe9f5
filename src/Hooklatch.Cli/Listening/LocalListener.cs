using System.Globalization;
using System.Text;
using Hooklatch.Cli.Terminals;
using Hooklatch.Cli.Verifying;

namespace Hooklatch.Cli.Listening;

/// <summary>Shows, saves and sends on what a receiver on this machine gets.</summary>
/// <param name="settings">What is done with each.</param>
/// <param name="forwarder">What sends on; <see langword="null"/> where nothing is.</param>
/// <param name="output">Where it is told.</param>
internal sealed class LocalListener(ListenSettings settings, Forwarder? forwarder, Output output)
{
    private readonly CaptureFolder? _folder = settings.Save is { } folder ? new CaptureFolder(folder) : null;

    /// <summary>Takes a request.</summary>
    public async Task<ReceiverAnswer> ReceiveAsync(CapturedRequest request, CancellationToken cancellation)
    {
        var file = _folder?.Save(request);
        output.Json(CapturedJson.Of(request, file), ToolJson.Default.CapturedJson);
        var answer = forwarder is null ? null : await forwarder.SendAsync(request, cancellation);
        var more =
            answer is null ? ""
            : answer.Status is { } status ? string.Create(CultureInfo.InvariantCulture, $"  -> {status}")
            : "  -> no answer";
        output.Line(
            RequestPrinter.Line(request, more),
            answer is null ? Color.None
                : answer.Status is >= 200 and < 300 ? Color.Green
                : Color.Red
        );
        if (answer?.Error is { } error)
        {
            output.Warn("forward_failed", $"{settings.Forward} does not answer: {error}");
        }

        if (file is not null)
        {
            output.Line("  " + file, Color.Dim);
        }

        if (settings.Prints)
        {
            new RequestPrinter(output).Print(request);
        }

        return answer is null ? new(settings.Status, []) : new(answer.Status ?? 502, Encoding.UTF8.GetBytes(answer.Text));
    }
}
