namespace Hooklatch.Sqlite.Writing;

/// <summary>Why a value was not written.</summary>
internal enum ValueProblem
{
    None,
    OtherVersion,
    TooMuch,
    DiskIsLow,
}
