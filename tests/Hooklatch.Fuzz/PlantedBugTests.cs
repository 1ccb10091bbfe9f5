using System.Text;
using Hooklatch.Bodies.Forms;
using Hooklatch.Fuzz.Handlers;
using Hooklatch.Fuzz.Targets;
using Hooklatch.Signing.Text;

namespace Hooklatch.Fuzz;

/// <summary>Each target finds a bug that somebody could have made, in fewer inputs than <see cref="CorpusTests"/> tries.</summary>
public class PlantedBugTests
{
    private const int Inputs = 2_000;

    [Fact]
    public void Json_with_a_trailing_comma_taken_is_found() =>
        AssertFinds(new JsonTarget(body => FuzzedDelivery.OfPush(body.AsSpan().EndsWith(",}"u8) ? [.. body[..^2], (byte)'}'] : body)));

    [Fact]
    public void A_value_that_is_lost_is_found() =>
        AssertFinds(
            new JsonTarget(body =>
                FuzzedDelivery.OfPush(body) is Push { Messages.Length: > 1 } push
                    ? push with
                    {
                        Messages = [],
                    }
                    : FuzzedDelivery.OfPush(body)
            )
        );

    [Fact]
    public void A_plus_that_is_no_space_is_found() =>
        AssertFinds(new UrlEncodedTarget(request => ReadAs(request, body => body.Replace("+", "%2B", StringComparison.Ordinal))));

    [Fact]
    public void A_bare_line_feed_that_ends_a_line_is_found() =>
        AssertFinds(new MultipartTarget(request => ReadAs(request, body => body.ReplaceLineEndings("\r\n"))));

    [Fact]
    public void A_limit_that_is_one_too_high_is_found() =>
        AssertFinds(
            new UrlEncodedTarget(request =>
                [FormReader.Read(request.Body, request.ContentType, FormLimits.Default with { MaxFields = 129 })]
            )
        );

    [Fact]
    public void A_window_that_reads_otherwise_is_found() =>
        AssertFinds(
            new MultipartTarget(request => [.. ReadAs(request, body => body), .. ReadAs(request, body => body.TrimEnd('-', '\r', '\n'))])
        );

    [Fact]
    public void A_list_that_is_cut_short_is_found() =>
        AssertFinds(
            new FormObjectTarget(form =>
                FuzzedDelivery.OfOrder(form) is Order order ? order with { Lines = [.. order.Lines.Take(1)] } : null
            )
        );

    [Fact]
    public void A_lax_signature_is_found()
    {
        AssertFinds(
            new SignatureTarget(
                (text, prefix, signature) => SignatureText.TryDecodeHex(text.Trim(), prefix, signature),
                SignatureText.TryDecodeBase64
            )
        );
        AssertFinds(
            new SignatureTarget(
                SignatureText.TryDecodeHex,
                (text, _, signature) => Convert.TryFromBase64Chars(text, signature, out var length) && length == signature.Length
            )
        );
    }

    [Fact]
    public void A_field_that_is_found_in_another_is_found() =>
        AssertFinds(
            new HeaderTarget(
                (text, item, separator, field) =>
                    HeaderTarget.Fields(text.Replace("v0", "v1", StringComparison.Ordinal), item, separator, field)
            )
        );

    [Fact]
    public void A_lax_timestamp_is_found()
    {
        AssertFinds(new TimestampTarget((text, unit) => TimestampTarget.Parse(text.Trim(), unit)));
        AssertFinds(new TimestampTarget((text, unit) => TimestampTarget.Parse(text.ToUpperInvariant(), unit)));
    }

    private static FormReadResult[] ReadAs(FormRequest request, Func<string, string> alter) =>
        [FormReader.Read(Encoding.Latin1.GetBytes(alter(Encoding.Latin1.GetString(request.Body))), request.ContentType)];

    private static void AssertFinds(FuzzTarget target) =>
        Assert.True(
            target
                .Corpus.Concat(Mutation.Of(target.Corpus).Take(Inputs))
                .Any(input => Record.Exception(() => target.Check(input)) is not null),
            "Not found."
        );
}
