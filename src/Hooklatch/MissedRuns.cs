namespace Hooklatch;

/// <summary>What becomes of the occurrences of a schedule while no host ran, or the plugin was disabled.</summary>
public enum MissedRuns
{
    /// <summary>One run makes up for all of them, with the latest occurrence.</summary>
    Once,

    /// <summary>Those that are over by more than a minute are left out.</summary>
    Skip,

    /// <summary>Each has its run, up to <see cref="RecurringAttribute.MaxMissed"/> of the latest ones.</summary>
    All,
}
