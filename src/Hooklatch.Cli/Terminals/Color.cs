namespace Hooklatch.Cli.Terminals;

/// <summary>What a piece of text means, by its colour.</summary>
internal enum Color
{
    /// <summary>Nothing of its own.</summary>
    None = 0,

    /// <summary>Less important.</summary>
    Dim = 2,

    /// <summary>Wrong.</summary>
    Red = 31,

    /// <summary>Right.</summary>
    Green = 32,

    /// <summary>To be looked at.</summary>
    Yellow = 33,
}
