namespace Hooklatch.Signing.Text;

/// <summary>How often a security header stands in a request. An empty one counts as absent.</summary>
internal enum HeaderCount
{
    None,
    One,
    Several,
}
