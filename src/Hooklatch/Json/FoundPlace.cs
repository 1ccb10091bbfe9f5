namespace Hooklatch.Json;

/// <summary>What the walk has found of one value: where it stands, and by which alternative of its path.</summary>
internal struct FoundPlace
{
    /// <summary>One more than the alternative; zero while nothing is found.</summary>
    public int Rank;

    public int Start;

    public int End;

    public readonly int Alternative => Rank - 1;

    /// <summary>Takes the value unless an earlier alternative of its path has been found.</summary>
    public void Take(in JsonCursor cursor, int alternative)
    {
        if (Rank == 0 || Rank > alternative + 1)
        {
            (Rank, Start, End) = (alternative + 1, cursor.Start, cursor.End);
        }
    }
}
