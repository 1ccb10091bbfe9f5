using System.Globalization;
using Hooklatch.Signing.Schemes;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Tests.Verification.Schemes;

/// <summary>Which signatures a header offers, past what Kestrel lets a request hold.</summary>
public sealed class SignatureCandidateTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(99)]
    [InlineData(100)]
    public void Numbered_headers_are_offered_up_to_a_hundred(int count) => Assert.Equal(Enumerable.Range(1, count), Numbered(count));

    [Fact]
    public void Of_more_than_a_hundred_numbered_headers_the_rest_is_not_read() => Assert.Equal(Enumerable.Range(1, 100), Numbered(120));

    [Fact]
    public void Numbered_headers_end_at_an_empty_or_a_repeated_one()
    {
        var headers = new HeaderDictionary
        {
            ["X-1"] = "1",
            ["X-2"] = "",
            ["X-3"] = "3",
        };
        Assert.Equal([1], Numbered(headers));

        headers["X-2"] = new(["2", "2"]);
        Assert.Equal([1], Numbered(headers));
    }

    [Theory]
    [InlineData(",v1=a", "a")]
    [InlineData(",,v1=a,", "a")]
    [InlineData("v1=a,,v1=b", "a b")]
    [InlineData("v1=a,v1=,v1=b", "a  b")]
    [InlineData("v1", "")]
    [InlineData("", "")]
    public void Fields_are_offered_wherever_they_stand(string header, string offered)
    {
        var values = new List<string>();
        var candidates = SignatureCandidates.Fields(header, ',', '=', "v1");
        while (candidates.MoveNext())
        {
            values.Add(candidates.Current.ToString());
        }

        Assert.Equal(offered, string.Join(' ', values));
    }

    private static List<int> Numbered(int count)
    {
        var headers = new HeaderDictionary();
        for (var number = 1; number <= count; number++)
        {
            headers[$"X-{number}"] = number.ToString(CultureInfo.InvariantCulture);
        }

        return Numbered(headers);
    }

    private static List<int> Numbered(HeaderDictionary headers)
    {
        var http = new DefaultHttpContext();
        foreach (var (name, value) in headers)
        {
            http.Request.Headers[name] = value;
        }

        var offered = new List<int>();
        var candidates = SignatureCandidates.Numbered(new ReceivedRequest(http), "X-");
        while (candidates.MoveNext())
        {
            offered.Add(int.Parse(candidates.Current, CultureInfo.InvariantCulture));
        }

        return offered;
    }
}
