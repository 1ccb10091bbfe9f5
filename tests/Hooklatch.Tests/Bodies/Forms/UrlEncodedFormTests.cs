using System.Text;
using CsCheck;
using Hooklatch.Bodies.Forms;

namespace Hooklatch.Tests.Bodies.Forms;

public class UrlEncodedFormTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a=1")]
    [InlineData("a")]
    [InlineData("a=")]
    [InlineData("=")]
    [InlineData("=v")]
    [InlineData("a=1&")]
    [InlineData("&a=1")]
    [InlineData("a=1&&b=2")]
    [InlineData("a&b=1")]
    [InlineData("a=b=c&d==")]
    [InlineData("A=1&a=2&A=3&b=4")]
    [InlineData("a+b=1+2%2B3")]
    [InlineData("%61%3D%26=%C3%A9%20x")]
    [InlineData("caf\u00e9=\ud83d\ude00")]
    [InlineData("a=100%&b=%zz&c=%4&d=%+1")]
    [InlineData("a=\ufeffx&b=%EF%BB%BFy")]
    [InlineData("a=1;b=2\r\n&c=3")]
    public Task Values_are_those_of_AspNetCore(string body) =>
        AspNetForms.AssertSameAsync(Encoding.UTF8.GetBytes(body), TestForms.UrlEncoded);

    [Fact]
    public async Task Any_fields_read_as_AspNetCore_reads_them()
    {
        var text = Gen.Char["ab&=+% %\u00e9\u20acC3A9z"].Array[0, 12].Select(characters => new string(characters));
        var pairs = Gen.Select(text, text, Gen.Bool).Array[0, 20];

        await pairs.SampleAsync(
            async fields =>
            {
                var body = string.Join('&', fields.Select(Encode));
                await AspNetForms.AssertSameAsync(Encoding.UTF8.GetBytes(body), TestForms.UrlEncoded);
            },
            iter: 300,
            threads: 1
        );

        static string Encode((string Key, string Value, bool Percent) field) =>
            field.Percent
                ? $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"
                : $"{field.Key.Replace('%', 'p')}={field.Value.Replace('%', 'p')}";
    }

    [Theory]
    [InlineData("a=%FF")]
    [InlineData("a=%C3x")]
    [InlineData("a=%E2%82")]
    [InlineData("%FF=1")]
    [InlineData("a=%00b")]
    [InlineData("a%00=b")]
    [InlineData("a=\0")]
    public async Task What_is_no_text_is_rejected(string body)
    {
        foreach (var result in await TestForms.ReadInEveryWayAsync(Encoding.UTF8.GetBytes(body), TestForms.UrlEncoded))
        {
            Assert.Equal(FormFailureKind.Malformed, result.Failure?.Kind);
        }
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8")]
    [InlineData("application/x-www-form-urlencoded; charset=\"UTF-8\"")]
    [InlineData("APPLICATION/X-WWW-FORM-URLENCODED")]
    [InlineData("application/x-www-form-urlencoded; charset=utf8")]
    [InlineData("application/x-www-form-urlencoded; charset=us-ascii")]
    [InlineData("application/x-www-form-urlencoded; charset=\"ASCII\"")]
    public void Utf8_is_the_charset(string contentType) => Assert.Equal("1", TestForms.ReadValid("a=1", contentType)["a"]);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("application/json")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7")]
    [InlineData("application/x-www-form-urlencoded; charset=iso-8859-1")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8; charset=utf-16")]
    public void Other_types_and_charsets_are_unsupported(string? contentType) =>
        Assert.Equal(FormFailureKind.UnsupportedMediaType, TestForms.ReadRejected("a=1", contentType!).Kind);

    [Theory]
    [InlineData("a=\u00e9")]
    [InlineData("a=%C3%A9")]
    [InlineData("%C3%A9=a")]
    public void A_form_that_is_said_to_be_ASCII_and_is_not_is_malformed(string body) =>
        Assert.Equal(
            (FormFailureKind.Malformed, "The text of a field is not the US-ASCII that its charset says."),
            (
                TestForms.ReadRejected(body, "application/x-www-form-urlencoded; charset=us-ascii").Kind,
                TestForms.ReadRejected(body, "application/x-www-form-urlencoded; charset=us-ascii").Message
            )
        );

    [Fact]
    public void Fields_are_counted_with_their_repetitions()
    {
        Assert.Equal(128, TestForms.ReadValid(Repeat("a=1", 128), TestForms.UrlEncoded)["a"].Count);
        Assert.Equal(FormFailureKind.LimitExceeded, TestForms.ReadRejected(Repeat("a=1", 129), TestForms.UrlEncoded).Kind);

        static string Repeat(string pair, int count) => string.Join('&', Enumerable.Repeat(pair, count));
    }

    [Fact]
    public void A_key_has_at_most_2_KiB_after_decoding()
    {
        Assert.Single(TestForms.ReadValid(Escaped(2048) + "=1", TestForms.UrlEncoded));
        Assert.Equal(FormFailureKind.LimitExceeded, TestForms.ReadRejected(Escaped(2049) + "=1", TestForms.UrlEncoded).Kind);
    }

    [Fact]
    public void A_value_has_at_most_1_MiB_after_decoding()
    {
        Assert.Equal(1 << 20, TestForms.ReadValid("a=" + Escaped(1 << 20), TestForms.UrlEncoded)["a"].ToString().Length);

        var failure = TestForms.ReadRejected("a=" + Escaped((1 << 20) + 1), TestForms.UrlEncoded);
        Assert.Equal((FormFailureKind.LimitExceeded, "a"), (failure.Kind, failure.Field));
    }

    private static string Escaped(int count) => new StringBuilder(3 * count).Insert(0, "%41", count).ToString();
}
