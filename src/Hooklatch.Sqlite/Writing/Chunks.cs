namespace Hooklatch.Sqlite.Writing;

/// <summary>How large bodies are cut, so that no transaction is large.</summary>
internal static class Chunks
{
    /// <summary>From how many bytes on, of body and payload together.</summary>
    public const int Threshold = 1 << 20;

    /// <summary>How long a piece is.</summary>
    public const int Size = 256 << 10;

    /// <summary>How many pieces there are of one: an upload's number and a piece's are one id.</summary>
    public const long MaxPerUpload = 1 << 16;

    /// <summary>The id of the first piece of an upload.</summary>
    public static long First(long upload) => upload * MaxPerUpload;
}
