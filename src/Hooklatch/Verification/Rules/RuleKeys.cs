namespace Hooklatch.Verification.Rules;

/// <summary>
/// The keys of one rule at one moment, ready to compute with. Preparing a key costs more than using it, so the checks that hold prepared
/// keys are kept for reuse; they live and die with the keys.
/// </summary>
internal abstract class RuleKeys
{
    private readonly RuleCheck?[] _idle = new RuleCheck?[Environment.ProcessorCount * 2];

    /// <summary>Whether there is no key that could verify anything.</summary>
    public abstract bool IsEmpty { get; }

    public RuleCheck Rent()
    {
        for (var i = 0; i < _idle.Length; i++)
        {
            if (_idle[i] is not null && Interlocked.Exchange(ref _idle[i], null) is { } check)
            {
                return check;
            }
        }

        return Create();
    }

    /// <summary>Takes a check back that holds nothing of its last request.</summary>
    public void Return(RuleCheck check)
    {
        for (var i = 0; i < _idle.Length; i++)
        {
            if (_idle[i] is null && Interlocked.CompareExchange(ref _idle[i], check, null) is null)
            {
                return;
            }
        }

        check.Dispose();
    }

    protected abstract RuleCheck Create();
}
