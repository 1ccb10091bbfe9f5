using System.Globalization;
using System.Text;
using Hooklatch.Cli.Terminals;
using Hooklatch.Cli.Verifying;

namespace Hooklatch.Cli.Listening;

/// <summary>Shows a request to a person. What a sender wrote moves no terminal.</summary>
/// <param name="output">Where it goes.</param>
internal sealed class RequestPrinter(Output output)
{
    private const int MaxLines = 200;

    /// <summary>Headers and body, on lines of their own.</summary>
    public void Print(CapturedRequest request)
    {
        foreach (var (name, value) in request.Headers)
        {
            output.Line($"  {name}: {value}", Color.Dim);
        }

        output.Line("");
        var text = Encoding.UTF8.GetString(request.Body.Span);
        foreach (var line in text.Split('\n').Take(MaxLines))
        {
            output.Line("  " + line.TrimEnd('\r'));
        }

        output.Line("");
    }

    /// <summary>A request on one line.</summary>
    public static string Line(CapturedRequest request, string more)
    {
        var time = (request.ReceivedAt ?? DateTimeOffset.UnixEpoch).UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var end = string.Create(CultureInfo.InvariantCulture, $"  {request.Body.Length} bytes{more}");
        var head = LogText.OneLine($"{time}  {request.Method} {request.Target}");
        return CellWidth.Cut(CellWidth.Cut(head, Math.Max(20, Terminal.MaxWidth - CellWidth.Of(end))) + end, Terminal.MaxWidth);
    }
}
