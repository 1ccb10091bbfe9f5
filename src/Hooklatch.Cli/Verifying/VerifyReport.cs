using System.Globalization;
using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Verifying;

/// <summary>A verification for people: one step per line, and what came of it.</summary>
/// <param name="output">Where it goes.</param>
internal sealed class VerifyReport(Output output)
{
    private const int Indent = 11;

    /// <summary>Writes it.</summary>
    public void Write(CapturedRequest request, VerifyOptions options, OfflineVerdict verdict, IReadOnlyList<Cause> causes)
    {
        Step(
            "request",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{request.Method} {request.Target}, {request.Headers.Count} headers, {request.Body.Length} bytes of body"
            )
        );
        WriteLength(request);
        Step("received", options.Now.ToString("yyyy-MM-ddTHH:mm:ss.fffK", CultureInfo.InvariantCulture));
        Step("provider", $"{options.Preset.Info.Title}: {verdict.Description}");
        if (verdict.Explanation is { } explanation)
        {
            foreach (var value in explanation.Values)
            {
                Step("read", value.Name + ": " + value.Reading);
            }

            foreach (var part in explanation.SignedText)
            {
                Step(
                    "signed",
                    part.Name
                        + (
                            part.Length is { } length
                                ? FormattableString.Invariant($", {length} bytes")
                                : ", not shown: it may hold a secret"
                        )
                );
                if (part.Sha256 is { } hash)
                {
                    // 64 digits fit the line only by themselves.
                    Step("", "SHA-256 " + hash[..32]);
                    Step("", "        " + hash[32..]);
                }
            }

            if (explanation.Clock is { } clock)
            {
                var side = clock.Age < TimeSpan.Zero ? "in the future" : "ago";
                Step("clock", string.Create(CultureInfo.InvariantCulture, $"signed {clock.Age.Duration().TotalSeconds:0.###} s {side}"));
            }
        }

        Step(
            "secrets",
            FormattableString.Invariant($"{options.Secrets.Count} given")
                + (verdict.SecretIndex is { } index ? FormattableString.Invariant($", number {index} fits") : "")
        );
        if (verdict.IsVerified)
        {
            output.Line("verified", Color.Green);
            return;
        }

        output.Line($"not verified: {causes[0].Code}", Color.Red);
        foreach (var cause in causes)
        {
            foreach (var line in WordWrap.Lines(cause.Text, Terminal.MaxWidth - 2))
            {
                output.Line("  " + line);
            }
        }
    }

    private void WriteLength(CapturedRequest request)
    {
        if (
            request.Header("Content-Length") is { } text
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && length != request.Body.Length
        )
        {
            Step("", $"Content-Length says {text}: these are not the bytes that were sent");
        }
    }

    private void Step(string name, string text)
    {
        foreach (var line in WordWrap.Lines(text, Terminal.MaxWidth - Indent))
        {
            output.Line(name.PadRight(Indent) + line);
            name = "";
        }
    }
}
