namespace Hooklatch.Console;

/// <summary>What somebody may do in the console. Each role includes those before it.</summary>
public enum ConsoleRole
{
    /// <summary>See what there is and what became of it, without bodies.</summary>
    Read,

    /// <summary>See the bodies of deliveries.</summary>
    Bodies,

    /// <summary>Replay, pause, erase, and whatever else changes something.</summary>
    Operate,
}
