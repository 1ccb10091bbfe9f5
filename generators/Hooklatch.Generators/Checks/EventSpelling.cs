namespace Hooklatch.Generators.Checks;

/// <summary>What is wrong with the text of an event, whichever events there are, and what its author may have meant.</summary>
internal static class EventSpelling
{
    private static readonly char[] Separators = [',', ';', '|', '&', '+', '\r', '\n', '\t'];
    private static readonly char[] BetweenNames = [',', ';', '\r', '\n', '\t'];
    private static readonly char[] Quotes = ['"', '\'', '`'];

    /// <param name="filter">A name, the beginning of names such as <c>invoice.*</c>, or <c>*</c>.</param>
    /// <returns>What is wrong, and what to do; <see langword="null"/> for a text that may be an event.</returns>
    public static string? Problem(string filter, KnownEvents known)
    {
        var name = Name(filter);
        // Where nothing is known of a provider's events, only what no name has is wrong: /start, $pageview and a+b are names of somebody's.
        var separators = known.IsList ? Separators : BetweenNames;
        return known.IsKnown(filter) ? null
            : name.IndexOfAny(separators) >= 0
                ? $"it contains '{Shown(name[name.IndexOfAny(separators)])}'; write one event, and another [OnEvent] for each further event"
            : name != name.Trim() || filter != filter.Trim() ? "it begins or ends with a space; leave the space out"
            : name.Any(char.IsControl) ? "it contains a control character; leave it out"
            : !known.IsList ? null
            : name.IndexOfAny(Quotes) >= 0 ? "it contains a quotation mark; leave it out"
            : !known.HasSpaces && name.Any(char.IsWhiteSpace) ? "it contains a space, which no event of the provider does"
            : name.Contains("..") ? "it contains two dots in a row; write one"
            : !IsEdge(name[0]) ? $"it begins with '{name[0]}'; begin with a letter or a digit"
            : !IsEdge(name[name.Length - 1]) ? $"it ends with '{name[name.Length - 1]}'; end with a letter or a digit"
            : null;
    }

    /// <summary>The events that the author of a malformed text meant: none where nothing is left of it.</summary>
    public static string[] Meant(string filter, KnownEvents known) =>
        [
            .. filter
                .Split(Separators, StringSplitOptions.RemoveEmptyEntries)
                .Select(part => Clean(part, known))
                .Where(part => part.Length > 0)
                .Select(part => known.IsKnown(part) ? part : NearestEvent.Of(part, known) ?? part)
                .Where(part => Problem(part, known) is null)
                .Distinct(StringComparer.Ordinal),
        ];

    private static string Clean(string text, KnownEvents known)
    {
        var trimmed = text.Trim();
        var isPattern = trimmed.Length > 2 && KnownEvents.IsPattern(trimmed);
        var name = new string([.. Name(trimmed).Where(c => !char.IsControl(c) && !Quotes.Contains(c))]);
        while (name.Contains(".."))
        {
            name = name.Replace("..", ".");
        }

        var start = name.TakeWhile(c => !IsEdge(c)).Count();
        var end = name.Reverse().TakeWhile(c => !IsEdge(c)).Count();
        name = start + end >= name.Length ? "" : name.Substring(start, name.Length - start - end);
        if (known.IsList && !known.HasSpaces)
        {
            name = new string([.. name.Where(c => !char.IsWhiteSpace(c))]);
        }

        return isPattern && name.Length > 0 ? name + ".*" : name;
    }

    /// <summary>The filter without the end of a pattern.</summary>
    private static string Name(string filter) =>
        filter.Length > 2 && KnownEvents.IsPattern(filter) ? filter.Substring(0, filter.Length - 2) : filter;

    private static bool IsEdge(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static string Shown(char c) =>
        c switch
        {
            '\t' => "\\t",
            '\r' => "\\r",
            '\n' => "\\n",
            _ => c.ToString(),
        };
}
