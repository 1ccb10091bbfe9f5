using Hooklatch.Signing.Text;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Tests.Verification;

public sealed class SecurityHeaderTests
{
    [Fact]
    public void Only_exactly_one_value_counts()
    {
        Assert.Equal(HeaderCount.None, SecurityHeader.Count(StringValues.Empty));
        Assert.Equal(HeaderCount.None, SecurityHeader.Count(""));
        Assert.Equal(HeaderCount.None, SecurityHeader.Count((string?)null));
        Assert.Equal(HeaderCount.One, SecurityHeader.Count("value"));
        Assert.Equal(HeaderCount.One, SecurityHeader.Count(new[] { "value" }));
        Assert.Equal(HeaderCount.Several, SecurityHeader.Count(new[] { "value", "value" }));
        Assert.Equal(HeaderCount.Several, SecurityHeader.Count(new[] { "value", "" }));
        Assert.Equal(HeaderCount.Several, SecurityHeader.Count(new[] { "", "" }));
    }
}
