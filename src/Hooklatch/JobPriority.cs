namespace Hooklatch;

/// <summary>How soon a job runs, compared with others of its name that are due. Each step is worth a minute of waiting, so that none waits for ever.</summary>
public enum JobPriority
{
    /// <summary>After those that are up to a minute younger.</summary>
    Low = -1,

    /// <summary>By age.</summary>
    Normal = 0,

    /// <summary>Before those that are up to a minute older.</summary>
    High = 1,
}
