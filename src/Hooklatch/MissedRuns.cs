namespace Hooklatch;

/// <summary>
/// What becomes of the occurrences of a schedule that are over by more than a minute: because no host ran, or the plugin was disabled or paused.
/// </summary>
public enum MissedRuns
{
    /// <summary>The latest has its run, which makes up for all of them.</summary>
    Once,

    /// <summary>They are left out.</summary>
    Skip,

    /// <summary>Each has its run: the latest <see cref="RecurringAttribute.MaxMissed"/>.</summary>
    All,
}
