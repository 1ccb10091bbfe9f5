using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Console.Answers;

/// <summary>Reads query parameters. What cannot be read is refused by name, never passed over: a search without it would find more.</summary>
/// <param name="query">The query.</param>
internal sealed class QueryText(IQueryCollection query)
{
    private const int MaxLength = 1000;

    /// <summary>Refuses parameters that the endpoint does not have, such as a misspelt one.</summary>
    public void AllowOnly(params ReadOnlySpan<string> names)
    {
        foreach (var name in query.Keys)
        {
            if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new BadInputException($"There is no parameter '{LogText.Safe(name)}' here. These are: {string.Join(", ", names)}.");
            }
        }
    }

    public string? Text(string name)
    {
        var values = query[name];
        if (values.Count > 1)
        {
            throw new BadInputException($"The parameter '{name}' is there {values.Count} times; give it once.");
        }

        return values.ToString() switch
        {
            "" => null,
            { Length: > MaxLength } => throw new BadInputException($"The parameter '{name}' is longer than {MaxLength} characters."),
            var text => text,
        };
    }

    public bool? Flag(string name) =>
        Text(name) switch
        {
            null => null,
            "true" => true,
            "false" => false,
            _ => throw new BadInputException($"The parameter '{name}' is 'true' or 'false'."),
        };

    public long? Id(string name) =>
        Text(name) is not { } text ? null
        : TryId(text) is { } id ? id
        : throw new BadInputException($"The parameter '{name}' is an id: a whole number, 0 or more.");

    public int Size(string name, int max, int otherwise) =>
        Text(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size >= 1 && size <= max ? size
        : throw new BadInputException($"The parameter '{name}' is a whole number from 1 to {max}.");

    public DateTimeOffset? Time(string name) =>
        Text(name) is not { } text ? null
        // A plus sign of an offset that nobody has escaped is a blank.
        : DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        && text.Contains('-', StringComparison.Ordinal)
            ? time.ToUniversalTime()
        : throw new BadInputException($"The parameter '{name}' is a time such as 2026-01-31T14:00:00Z.");

    /// <summary>An id of the store; <see langword="null"/> where the text is none.</summary>
    public static long? TryId(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id >= 0 ? id : null;
}
