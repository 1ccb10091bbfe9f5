using System.Buffers.Text;
using System.Text;
using Hooklatch.Signing;
using Hooklatch.Signing.Keys;

namespace Hooklatch.Tests.Providers;

public sealed class CompactJwsTests
{
    private const string Header = """{"alg":"HS256","typ":"JWT","kid":"k1"}""";
    private const string Claims = """{"iss":"a"}""";
    private static readonly string Token = Of(Header, Claims);

    /// <summary>Headers that name another algorithm, or ask for more than one plain signature.</summary>
    public static TheoryData<string> Headers =>
        [
            "",
            "null",
            "[]",
            "{}",
            """{"alg":null}""",
            """{"alg":1}""",
            """{"alg":["HS256"]}""",
            """{"alg":"none"}""",
            """{"alg":"None"}""",
            """{"alg":""}""",
            """{"alg":"hs256"}""",
            """{"alg":"HS256 "}""",
            """{"alg":"HS384"}""",
            """{"alg":"HS512"}""",
            """{"alg":"RS256"}""",
            """{"alg":"ES256"}""",
            """{"typ":"JWT"}""",
            """{"Alg":"HS256"}""",
            """{"alg":"HS256","alg":"HS256"}""",
            """{"alg":"none","alg":"HS256"}""",
            """{"alg":"HS256","\u0061lg":"none"}""",
            """{"alg":"HS256","kid":"a","kid":"b"}""",
            """{"alg":"HS256","x":{"a":1,"a":2}}""",
            """{"alg":"HS256","kid":1}""",
            """{"alg":"HS256","kid":""}""",
            """{"alg":"HS256","kid":null}""",
            """{"alg":"HS256","kid":"\ud800"}""",
            """{"alg":"HS256","crit":[]}""",
            """{"alg":"HS256","crit":["exp"],"exp":1}""",
            """{"alg":"HS256","crit":null}""",
            """{"alg":"HS256","b64":false}""",
            """{"alg":"HS256","b64":true}""",
            """{"alg":"HS256","zip":"DEF"}""",
            """{"alg":"HS256"}{}""",
            """{"alg":"HS256",}""",
            """{"alg":"HS256" """,
            "\uFEFF" + """{"alg":"HS256"}""",
        ];

    [Fact]
    public void A_token_is_read_into_its_parts()
    {
        var token = CompactJws.Read(Token, JwsAlgorithm.Hs256);

        Assert.NotNull(token);
        Assert.Equal("k1", token.KeyId);
        Assert.Equal(Claims, Encoding.UTF8.GetString(token.Payload));
        Assert.Equal(Token[..Token.LastIndexOf('.')], Encoding.ASCII.GetString(token.Signed));
        Assert.Equal("signature"u8, token.Signature);
    }

    [Fact]
    public void A_token_without_a_name_of_a_key_has_none() =>
        Assert.Null(Assert.IsType<CompactJws>(CompactJws.Read(Of("""{"alg":"HS256"}""", Claims), JwsAlgorithm.Hs256)).KeyId);

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_header_that_says_anything_else_is_rejected(string header) =>
        Assert.Null(CompactJws.Read(Of(header, Claims), JwsAlgorithm.Hs256));

    [Fact]
    public void Only_the_algorithm_of_the_endpoint_is_taken()
    {
        foreach (var one in Enum.GetValues<JwsAlgorithm>())
        {
            foreach (var other in Enum.GetValues<JwsAlgorithm>())
            {
                var token = Of($$"""{"alg":"{{one.Name()}}"}""", Claims);
                Assert.Equal(one == other, CompactJws.Read(token, other) is not null);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("...")]
    [InlineData("{0}.")]
    [InlineData("{0}.{1}")]
    [InlineData("{0}.{1}.")]
    [InlineData(".{1}.{2}")]
    [InlineData("{0}..{2}")]
    [InlineData("{0}.{1}.{2}.")]
    [InlineData("{0}.{1}.{2}.{2}")]
    [InlineData(" {0}.{1}.{2}")]
    [InlineData("{0}.{1}.{2} ")]
    [InlineData("{0} .{1}.{2}")]
    [InlineData("{0}.{1}.{2}=")]
    [InlineData("{0}=.{1}.{2}")]
    [InlineData("{0}.{1}.+/8")]
    [InlineData("{0}.{1}.A")]
    [InlineData("{0}.{1}.AB")] // Spare bits that are not zero: another spelling of "AA".
    [InlineData("{0}.{1}.\u00e4\u00e4\u00e4\u00e4")]
    [InlineData("Bearer {0}.{1}.{2}")]
    public void A_text_of_another_form_is_rejected(string form)
    {
        var parts = Token.Split('.');
        var text = form.Replace("{0}", parts[0]).Replace("{1}", parts[1]).Replace("{2}", parts[2]);

        Assert.Null(CompactJws.Read(text, JwsAlgorithm.Hs256));
    }

    [Fact]
    public void A_token_is_bounded()
    {
        Assert.NotNull(CompactJws.Read(Of(Header, new string('a', 6000)), JwsAlgorithm.Hs256));
        Assert.Null(CompactJws.Read(Of(Header, new string('a', 6200)), JwsAlgorithm.Hs256));
        Assert.Null(CompactJws.Read(new string('.', 1 << 20), JwsAlgorithm.Hs256));
        Assert.Null(CompactJws.Read(Of($$"""{"alg":"HS256","kid":"{{new string('a', 257)}}"}""", Claims), JwsAlgorithm.Hs256));
    }

    private static string Of(string header, string claims) => $"{Encode(header)}.{Encode(claims)}.{Encode("signature")}";

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
