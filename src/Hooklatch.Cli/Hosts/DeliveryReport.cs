using System.Globalization;
using Hooklatch.Cli.Terminals;
using Hooklatch.Management;

namespace Hooklatch.Cli.Hosts;

/// <summary>One delivery for people.</summary>
/// <param name="output">Where it goes.</param>
internal sealed class DeliveryReport(Output output)
{
    private const int Indent = 13;

    /// <summary>Writes it.</summary>
    public void Write(DeliveryView view)
    {
        var row = view.Row;
        output.Line(DeliveryTable.Line(row), DeliveryTable.ColorOf(row));
        Step("endpoint", $"{row.Plugin} {row.Endpoint}");
        Step("request", view.Method is { } method ? $"{method} {view.ContentType}, {Number(row.BodyLength)} bytes" : null);
        Step("delivery id", row.DeliveryId);
        Step("replay of", row.ReplayOf is { } replayed ? Number(replayed) : null);
        Step(
            "verified",
            view.Verification is { } verified ? verified.Scheme + (verified.Setting is { } setting ? $", {setting}" : "") : null
        );
        Step("order key", view.OrderKey);
        Step("trace", view.TraceId);
        foreach (var header in view.Headers)
        {
            Step("header", $"{header.Name}: {string.Join(", ", header.Values)}");
        }

        foreach (var attempt in view.Attempts)
        {
            var took = string.Create(CultureInfo.InvariantCulture, $"{attempt.ElapsedMs:0.#} ms");
            var error = attempt.ErrorType is { } type ? $", {type}: {attempt.Error}" : "";
            Step("try " + Number(attempt.Number), $"{TimeText.Short(attempt.StartedAt)}, {took}, {attempt.State}{error}");
        }

        foreach (var entry in view.Timeline)
        {
            Step(TimeText.Short(entry.At)[6..], entry.What);
        }

        Step("problem", view.Problem);
        Step("you may", view.Actions.Count > 0 ? string.Join(", ", view.Actions) : null);
    }

    private void Step(string name, string? text)
    {
        if (text is not null)
        {
            foreach (var line in WordWrap.Lines(text, Terminal.MaxWidth - Indent))
            {
                output.Line(name.PadRight(Indent) + line);
                name = "";
            }
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
