namespace Hooklatch.Configuration;

/// <summary>A configuration object that can be built ahead of the first request, so that what is wrong with it is told when the host starts.</summary>
internal interface IConfigCheck
{
    /// <summary>Builds the object; what is wrong is logged.</summary>
    void Check();
}
