using System.Text;
using Hooklatch.Bodies.Forms;
using Hooklatch.Providers;
using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;
using Hooklatch.Signing.Text;

namespace Hooklatch.Tests.Verification;

/// <summary>What nobody verified yet may be long, but not of many pieces: each of them costs far more than its bytes.</summary>
public sealed class UntrustedPiecesTests
{
    private const int Size = 1 << 20;

    [Theory]
    [InlineData("1,", "1")]
    [InlineData("\"\",", "\"\"")]
    [InlineData("{},", "{}")]
    [InlineData("[[[]]],", "[]")]
    [InlineData("{\"a\":{\"b\":null}},", "0")]
    public void JSON_of_many_tokens_is_read_no_further(string piece, string last)
    {
        Assert.Null(UntrustedJson.Parse(Json(Size / 2 / piece.Length)));
        Assert.Null(UntrustedJson.Parse(Json(UntrustedJson.MaxUnverifiedTokens)));
        using var few = UntrustedJson.Parse(Json(100));
        Assert.NotNull(few);
        Assert.Null(UntrustedJson.Parse(Json(Size / 2 / piece.Length), UntrustedJson.MaxUnverifiedTokensOfList));

        byte[] Json(int count) => Encoding.UTF8.GetBytes($"{{\"a\":[{Repeat(piece, count)}{last}]}}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void So_many_tokens_are_read_and_one_more_is_not(int less)
    {
        // Two braces, a name, two brackets, and the numbers.
        var text = $"{{\"a\":[{Repeat("1,", UntrustedJson.MaxUnverifiedTokens - 5 - less)}1]}}";
        using var most = UntrustedJson.Parse(Encoding.UTF8.GetBytes(text));
        Assert.NotNull(most);
        Assert.Null(UntrustedJson.Parse(Encoding.UTF8.GetBytes(text.Replace("[", "[1,1,", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_long_text_is_one_token()
    {
        using var document = UntrustedJson.Parse(Encoding.UTF8.GetBytes($"{{\"a\":\"{Repeat(",[{", Size / 4)}\"}}"));
        Assert.NotNull(document);
    }

    [Theory]
    [InlineData("<a/>")]
    [InlineData("<a>b</a>")]
    [InlineData("<!---->")]
    [InlineData("<??>")]
    [InlineData("<![CDATA[]]>")]
    public void XML_of_many_pieces_is_read_no_further(string piece)
    {
        var many = Encoding.UTF8.GetBytes($"<xml><Encrypt>1</Encrypt>{Repeat(piece, Size / 16)}</xml>");
        Assert.Null(FlatXml.Read(many));
        Assert.Equal("1", FlatXml.ReadVerified(many)!.Single("Encrypt"));
        Assert.Equal("1", FlatXml.Read(Encoding.UTF8.GetBytes($"<xml><Encrypt>1</Encrypt>{Repeat(piece, 20)}</xml>"))!.Single("Encrypt"));
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData(' ')]
    [InlineData('&')]
    [InlineData('|')]
    public void A_header_of_many_items_has_no_fields(char separator)
    {
        var filling = new string(separator, 30_000);
        foreach (var header in new[] { $"t=1{separator}v1=a{filling}", $"{filling}v1=a{separator}t=1" })
        {
            Assert.Equal(HeaderCount.Several, StructuredHeader.Find(header, separator, '=', "t", out var time));
            Assert.True(time.IsEmpty);
            var candidates = SignatureCandidates.Fields(header, separator, '=', "v1");
            Assert.False(candidates.MoveNext());
        }
    }

    [Fact]
    public void A_header_of_as_many_items_as_are_read_has_its_fields()
    {
        var header = $"t=1,v1=a{Repeat(",x=y", StructuredHeader.MaxItems - 2)}";
        Assert.Equal(HeaderCount.One, StructuredHeader.Find(header, ',', '=', "t", out _));
        Assert.Equal(HeaderCount.Several, StructuredHeader.Find(header + ",", ',', '=', "t", out _));
        Assert.True(SignatureCandidates.Fields(header, ',', '=', "v1").MoveNext());
        Assert.False(SignatureCandidates.Fields(header + ",", ',', '=', "v1").MoveNext());
    }

    [Fact]
    public void A_media_type_that_is_too_long_is_none()
    {
        var longest = $"application/json; a={new string('b', BoundedMediaType.MaxLength - 20)}";
        Assert.True(BoundedMediaType.TryParse(longest, out _));
        Assert.False(BoundedMediaType.TryParse(longest + "b", out _));
        Assert.False(FormType.Is($"{FormType.Name}{Repeat(";a", 15_000)}"));
    }

    [Fact]
    public void A_timestamp_in_the_body_is_read_only_once_the_signature_holds()
    {
        Assert.False(new Signed("X-Signature", (ref SignedContent content) => content.AppendBody(), -1).NeedsBodyValues);
        Assert.True(new Signed("X-Signature", (ref SignedContent content) => content.AppendValue(content.Request.BodyValue(0)), -1).NeedsBodyValues);
        Assert.True(new Signed("", (ref SignedContent content) => content.AppendBody(), 0).NeedsBodyValues);
    }

    private static string Repeat(string piece, int count) => new StringBuilder().Insert(0, piece, count).ToString();

    private delegate void Append(ref SignedContent content);

    private sealed class Signed(string header, Append append, int signature) : HmacScheme(HmacAlgorithm.Sha256)
    {
        private static readonly string[] Paths = ["time"];

        protected override string SignatureHeader => header;

        protected override ReadOnlySpan<string> BodyPaths => Paths;

        protected override int SignatureValue => signature;

        protected override void Append(ref SignedContent content) => append(ref content);
    }
}
