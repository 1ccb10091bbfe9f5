using System.Text.Unicode;
using Hooklatch.Bodies.Forms;

namespace Hooklatch.Fuzz.Targets;

/// <summary><c>application/x-www-form-urlencoded</c>.</summary>
internal sealed class UrlEncodedTarget(Func<FormRequest, FormReadResult[]> readInEveryWay) : FormTarget("urlencoded", readInEveryWay)
{
    public UrlEncodedTarget()
        : this(Read) { }

    /// <summary>ASP.NET Core cannot put a character together of which some bytes are escaped and some are not.</summary>
    protected override bool IsReadAlikeByAspNet(FormRequest request) => Utf8.IsValid(request.Body);
}
