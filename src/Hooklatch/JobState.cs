namespace Hooklatch;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>It runs when its time or its turn comes, or when its plugin is served again.</summary>
    Waiting,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It has failed, and is tried again.</summary>
    Retrying,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>It has failed and is not tried again, until a person has it run.</summary>
    Failed,

    /// <summary>It was cancelled.</summary>
    Cancelled,
}
