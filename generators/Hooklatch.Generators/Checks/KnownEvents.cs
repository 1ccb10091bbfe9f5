namespace Hooklatch.Generators.Checks;

/// <summary>The names of a provider's events. A filter is looked up by hash; only the search for a nearest name goes through all of them.</summary>
internal sealed class KnownEvents
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>What names begin with, up to each of their dots.</summary>
    private readonly HashSet<string> _beginnings = new(StringComparer.Ordinal);

    /// <summary>What names begin with that are known by nothing else, such as <c>action.</c>; empty text if every name is known.</summary>
    private readonly string[] _open;

    /// <param name="names">Names, beginnings such as <c>action.*</c>, and perhaps <c>*</c>.</param>
    /// <param name="hasAction">Whether the provider says apart what happened to an event's subject.</param>
    /// <param name="isList">Whether they are what the provider is known to send.</param>
    public KnownEvents(string[] names, bool hasAction, bool isList)
    {
        IsList = isList;
        HasAction = hasAction;
        foreach (var name in names.Where(name => !IsPattern(name)))
        {
            Add(name);
        }

        // A list without what happens to any subject says nothing of it.
        var subjects = hasAction && _beginnings.Count == 0 ? _names.Select(name => name + ".") : [];
        _open =
        [
            .. names.Where(IsPattern).Select(name => name.Substring(0, name.Length - 1)).Concat(subjects).Distinct(StringComparer.Ordinal),
        ];

        HasSpaces = _names.Any(name => name.Any(char.IsWhiteSpace));
    }

    public static KnownEvents None { get; } = new([], hasAction: false, isList: false);

    public bool IsList { get; }

    public bool HasAction { get; }

    /// <summary>Whether the provider writes events with spaces, such as <c>Push Hook</c>.</summary>
    public bool HasSpaces { get; }

    public IEnumerable<string> Names => _names;

    /// <summary>The filters that take everything which begins alike, such as <c>issues.*</c>.</summary>
    public IEnumerable<string> Patterns =>
        _beginnings.Concat(_open.Where(beginning => beginning.Length > 0)).Select(beginning => beginning + "*");

    /// <param name="filter">A name, the beginning of names such as <c>invoice.*</c>, or <c>*</c>.</param>
    public bool IsKnown(string filter)
    {
        if (filter == "*" || _names.Contains(filter))
        {
            return true;
        }

        var beginning = IsPattern(filter) ? filter.Substring(0, filter.Length - 1) : null;
        return beginning is null
            ? _open.Any(open => filter.StartsWith(open, StringComparison.Ordinal) || (HasAction && open == filter + "."))
            : _beginnings.Contains(beginning)
                || _open.Any(open =>
                    beginning.StartsWith(open, StringComparison.Ordinal) || open.StartsWith(beginning, StringComparison.Ordinal)
                );
    }

    public static bool IsPattern(string filter) => filter == "*" || filter.EndsWith(".*", StringComparison.Ordinal);

    private void Add(string name)
    {
        _names.Add(name);
        for (var dot = name.IndexOf('.'); dot > 0; dot = name.IndexOf('.', dot + 1))
        {
            _beginnings.Add(name.Substring(0, dot + 1));
        }

        if (HasAction && name.LastIndexOf('.') is > 0 and var last)
        {
            _names.Add(name.Substring(0, last));
        }
    }
}
