namespace Hooklatch.Generators.Common;

/// <summary>
/// What the compiler says wherever something is used that is marked <c>[Experimental]</c> or <c>[Obsolete]</c>. An author answers it at the declaration; in a
/// generated file, which uses the same, nobody else could.
/// </summary>
internal sealed record Marks
{
    public static Marks None { get; } = new();

    /// <summary>The ids of diagnostics that a file suppresses besides those that all do, sorted.</summary>
    public EquatableArray<string> Ids { get; init; }

    /// <summary>Whether something can be used by obsolete code alone: <c>[Obsolete]</c> as an error, which nothing suppresses, or under an id that no pragma can name.</summary>
    public bool IsForObsolete { get; init; }

    public static Marks Union(params IEnumerable<Marks?> all)
    {
        var marks = all.OfType<Marks>().Where(marks => marks != None).Distinct().ToArray();
        return marks.Length switch
        {
            0 => None,
            1 => marks[0],
            _ => new Marks
            {
                Ids = marks
                    .SelectMany(marks => marks.Ids)
                    .Distinct(StringComparer.Ordinal)
                    .OrderBy(id => id, StringComparer.Ordinal)
                    .ToEquatableArray(),
                IsForObsolete = marks.Any(marks => marks.IsForObsolete),
            },
        };
    }
}
