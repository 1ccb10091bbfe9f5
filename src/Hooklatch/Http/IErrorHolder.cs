namespace Hooklatch.Http;

/// <summary>Holds what is wrong with one request. Until something is, there is nothing to allocate.</summary>
internal interface IErrorHolder
{
    /// <summary>The messages by parameter; <see langword="null"/> while there are none.</summary>
    Dictionary<string, string[]>? Errors { get; set; }
}
