namespace Hooklatch.Signing.Schemes;

/// <summary>
/// The keys of one scheme at one moment, ready to compute with. Preparing a key costs more than using it, so the checks that hold prepared
/// keys are kept for reuse; they live and die with the keys.
/// </summary>
internal abstract class SchemeKeys
{
    private readonly Pool<SchemeCheck> _idle = new();
    private int[]? _marks;

    /// <summary>Whether there is no key that could verify anything.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>What was read as keys, by place and whether it is one.</summary>
    public IReadOnlyList<KeyEntry> Entries { get; init; } = [];

    /// <summary>How many are configured, readable or not.</summary>
    public int Configured { get; init; }

    /// <summary>The numbers of those that are used, in the configuration.</summary>
    public abstract IReadOnlyList<int> Positions { get; }

    /// <summary>What tells the keys that are used from others, in the order of <see cref="Positions"/>.</summary>
    protected abstract IEnumerable<int> Marks { get; }

    private int[] KnownMarks => _marks ??= [.. Marks];

    /// <summary>What tells the key of a number in the configuration from others.</summary>
    public int? MarkOf(int position)
    {
        var positions = Positions;
        for (var i = 0; i < positions.Count; i++)
        {
            if (positions[i] == position)
            {
                return KnownMarks[i];
            }
        }

        return null;
    }

    /// <summary>Whether one of the keys has a mark.</summary>
    public bool Has(int mark) => KnownMarks.Contains(mark);

    /// <summary>Makes what tries signatures that were made in another way, to explain a refusal.</summary>
    public abstract SignatureProbe CreateProbe();

    public SchemeCheck Rent() => _idle.TryRent() ?? Create();

    /// <summary>Takes a check back that holds nothing of its last request.</summary>
    public void Return(SchemeCheck check)
    {
        if (!_idle.TryReturn(check))
        {
            check.Dispose();
        }
    }

    protected abstract SchemeCheck Create();
}
