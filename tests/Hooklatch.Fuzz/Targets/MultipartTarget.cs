using System.Text;
using Hooklatch.Bodies.Forms;

namespace Hooklatch.Fuzz.Targets;

/// <summary><c>multipart/form-data</c>.</summary>
internal sealed class MultipartTarget(Func<FormRequest, FormReadResult[]> readInEveryWay) : FormTarget("multipart", readInEveryWay)
{
    public MultipartTarget()
        : this(Read) { }

    /// <summary>
    /// ASP.NET Core drops a part whose disposition is not <c>form-data</c> in lower case, where case means nothing (RFC 2183 §2). A boundary
    /// begins a line (RFC 2046 §5.1.1), and to ASP.NET Core it need not in the preamble, and does not right after a part's headers.
    /// </summary>
    protected override bool IsReadAlikeByAspNet(FormRequest request)
    {
        if (!FormMediaType.TryParse(request.ContentType, out var type, out _))
        {
            return true;
        }

        var body = Encoding.Latin1.GetString(request.Body);
        var boundary = "--" + type.Boundary;
        var first = body.IndexOf(boundary, StringComparison.Ordinal);
        return (first <= 0 || body[..first].EndsWith("\r\n", StringComparison.Ordinal))
            && !body.Contains("\r\n\r\n" + boundary, StringComparison.Ordinal)
            && !body.Replace("form-data", "", StringComparison.Ordinal).Contains("form-data", StringComparison.OrdinalIgnoreCase);
    }
}
