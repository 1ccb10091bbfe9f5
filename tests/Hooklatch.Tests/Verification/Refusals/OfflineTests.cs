using System.Text;
using Hooklatch.Signing;
using Hooklatch.Signing.Refusals;

namespace Hooklatch.Tests.Verification.Refusals;

/// <summary>A tool explains a recorded request without a host: the preset, the request and the secrets are enough.</summary>
public sealed class OfflineTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_recorded_request_is_explained_by_the_signer_of_its_preset()
    {
        var stripe = ((ISignable)new StripeSignatureAttribute()).CreateSigner();
        var request = new OutgoingRequest { Body = "{ \"id\": 1 }"u8.ToArray(), SignedAt = Now };
        stripe.Sign(request, SignerKeys.FromText("whsec_right"));

        var right = stripe.Explain(request, ["whsec_right"], Now)!;
        var wrongSecret = stripe.Explain(request, ["whsec_wrong"], Now)!;
        request.Body = Encoding.UTF8.GetBytes("{\"id\":1}");
        var rewritten = stripe.Explain(request, ["whsec_wrong", "whsec_right"], Now)!;
        var late = stripe.Explain(request, ["whsec_right"], Now.AddHours(1))!;

        Assert.Equal(RefusalCause.Unknown, right.Guesses[0].Cause);
        Assert.Equal(RefusalCause.Secret, wrongSecret.Guesses[0].Cause);
        Assert.Equal(RefusalCause.Secret, rewritten.Guesses[0].Cause);
        Assert.Contains(late.Guesses, guess => guess.Cause is RefusalCause.Clock);
        Assert.Equal(2, rewritten.SecretCount);
        Assert.Equal([0, 1], rewritten.SecretsTried);
    }

    /// <summary>A hostile body costs a bounded number of hashes, and a longer one fewer.</summary>
    [Fact]
    public void What_is_tried_is_bounded()
    {
        var budget = new GuessBudget();
        var tries = 0;
        while (budget.TryTake(1))
        {
            tries++;
        }

        Assert.Equal(GuessBudget.MaxTries, tries);
        var large = new GuessBudget();
        Assert.True(large.TryTake(GuessBudget.MaxBytes));
        Assert.False(large.TryTake(1));
    }

    [Fact]
    public void A_long_body_is_explained_and_not_written_anew()
    {
        var stripe = ((ISignable)new StripeSignatureAttribute()).CreateSigner();
        var request = new OutgoingRequest { Body = new byte[9 << 20], SignedAt = Now };
        stripe.Sign(request, SignerKeys.FromText("whsec_right"));

        var explanation = stripe.Explain(request, ["whsec_wrong"], Now)!;

        Assert.Contains("too long for every way to be tried", explanation.Guesses[0].Text, StringComparison.Ordinal);
        Assert.Equal(("body", 9L << 20, null), explanation.SignedText.Select(part => (part.Name, part.Length, part.Sha256)).Last());
    }

    [Fact]
    public void A_body_that_was_compressed_after_signing_is_decompressed_within_bounds()
    {
        Assert.Equal(RefusalCause.Compressed, Cause(Zipped("{}"u8.ToArray()), signed: "{}"u8.ToArray()));
        // A small body that becomes a large one is not decompressed.
        var bomb = new byte[GuessBudget.MaxRewritten + 1];
        Assert.Equal(RefusalCause.Secret, Cause(Zipped(bomb), signed: bomb));
        Assert.Equal(RefusalCause.Secret, Cause([0x1F, 0x8B, 0, 0], signed: "{}"u8.ToArray()));

        static RefusalCause Cause(byte[] received, byte[] signed)
        {
            var gitHub = ((ISignable)new GitHubSignatureAttribute()).CreateSigner();
            var request = new OutgoingRequest { Body = signed, SignedAt = Now };
            gitHub.Sign(request, SignerKeys.FromText("secret"));
            request.Body = received;
            return gitHub.Explain(request, ["secret"], Now)!.Guesses[0].Cause;
        }

        static byte[] Zipped(byte[] body)
        {
            using var zipped = new MemoryStream();
            using (var stream = new System.IO.Compression.GZipStream(zipped, System.IO.Compression.CompressionLevel.Optimal))
            {
                stream.Write(body);
            }

            return zipped.ToArray();
        }
    }

    [Theory]
    [InlineData("X-Signature", "X-Signature")]
    [InlineData("X-\u001b[31m", "another header")]
    public void A_signature_in_another_header_is_found(string header, string told)
    {
        var stripe = ((ISignable)new StripeSignatureAttribute()).CreateSigner();
        var request = new OutgoingRequest { Body = "{}"u8.ToArray(), SignedAt = Now };
        stripe.Sign(request, SignerKeys.FromText("whsec_right"));
        request.Headers[header] = request.Headers["Stripe-Signature"];
        request.Headers.Remove("Stripe-Signature");

        var right = stripe.Explain(request, ["whsec_right"], Now)!.Guesses;
        var wrong = stripe.Explain(request, ["whsec_wrong"], Now)!.Guesses;

        Assert.Equal([RefusalCause.OtherHeader, RefusalCause.Missing], right.Select(guess => guess.Cause));
        Assert.Contains($"stands in {told} in place of Stripe-Signature", right[0].Text, StringComparison.Ordinal);
        Assert.Equal(RefusalCause.Missing, wrong[0].Cause);
    }

    [Theory]
    [InlineData("https://hooks.example.com/a?b=1", "https://hooks.example.com:443/a?b=1")]
    [InlineData("https://hooks.example.com:8443/a?b=1", "https://hooks.example.com/a?b=1")]
    public void A_url_that_is_signed_with_its_port_or_without_is_found(string received, string signed)
    {
        var square = ((ISignable)new SquareSignatureAttribute()).CreateSigner();
        var request = new OutgoingRequest
        {
            Url = new Uri(signed),
            Body = "{}"u8.ToArray(),
            SignedAt = Now,
        };
        square.Sign(request, SignerKeys.FromText("secret"));
        request.Url = new Uri(received);

        Assert.Equal(RefusalCause.Url, square.Explain(request, ["secret"], Now)!.Guesses[0].Cause);
    }

    [Fact]
    public void It_is_written_as_json()
    {
        var stripe = ((ISignable)new StripeSignatureAttribute()).CreateSigner();
        var json = stripe.Explain(new OutgoingRequest(), ["whsec_right"], Now)!.ToJson();

        Assert.Equal("Missing", json.GetProperty("guesses")[0].GetProperty("cause").GetString());
        Assert.Equal("Stripe-Signature", json.GetProperty("values")[0].GetProperty("name").GetString());
    }
}
