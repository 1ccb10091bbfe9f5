using System.Globalization;
using Hooklatch.Cli.Terminals;
using Hooklatch.Management;

namespace Hooklatch.Cli.Hosts;

/// <summary>Deliveries for people.</summary>
internal static class DeliveryTable
{
    private const int EndpointWidth = 26;

    /// <summary>A table of deliveries.</summary>
    public static Table Of(IEnumerable<DeliveryRow> rows)
    {
        var table = new Table("ID", "RECEIVED", "STATE", "ENDPOINT", "EVENT", "ERROR");
        foreach (var row in rows)
        {
            table.Add(ColorOf(row), Text(row.Id), TimeText.Short(row.ReceivedAt), row.State, PlaceOf(row), EventOf(row), row.ErrorType);
        }

        return table;
    }

    /// <summary>A delivery on a line of its own, for lists that grow.</summary>
    public static string Line(DeliveryRow row)
    {
        var line =
            $"{TimeText.Short(row.ReceivedAt)}  {Text(row.Id), -8} {Cell(row.State, 11)} {Cell(PlaceOf(row), EndpointWidth)} {LogText.OneLine(EventOf(row))}"
            + (row.ErrorType is { } error ? $"  {LogText.OneLine(error)}" : "");
        return CellWidth.Cut(line.TrimEnd(), Terminal.MaxWidth);
    }

    /// <summary>How a state is to be seen.</summary>
    public static Color ColorOf(DeliveryRow row) =>
        row.State switch
        {
            "done" => Color.Green,
            "dead" or "quarantined" => Color.Red,
            "delayed" or "suspect" => Color.Yellow,
            "dismissed" => Color.Dim,
            _ => Color.None,
        };

    /// <summary>The event with what happened to its subject.</summary>
    public static string EventOf(DeliveryRow row) => row.EventAction is { } action ? $"{row.Event}.{action}" : row.Event ?? "";

    private static string PlaceOf(DeliveryRow row) => row.Plugin + (row.IsJob ? " job " : "") + row.Endpoint;

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static string Cell(string text, int width)
    {
        var cut = CellWidth.Cut(LogText.OneLine(text), width);
        return cut + new string(' ', width - CellWidth.Of(cut));
    }
}
