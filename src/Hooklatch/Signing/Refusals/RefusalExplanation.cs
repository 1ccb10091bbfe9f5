using System.Globalization;
using System.Text;
using System.Text.Json;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Signing.Refusals;

/// <summary>
/// Why the sender of a delivery could not be verified: what was read, what was signed, what was tried, and a guess. It holds no secret, no expected
/// signature and no value of the request.
/// </summary>
/// <remarks>
/// A host makes one for a refused delivery where <see cref="HooklatchOptions.ExplainRefusals"/> says so. A tool makes one of a recorded request with
/// <see cref="IRequestSigner.Explain"/> or <see cref="Of"/>.
/// </remarks>
public sealed record RefusalExplanation
{
    /// <summary>How the scheme verifies: <c>HMAC-SHA256 in X-Hub-Signature-256</c>. Of several schemes, the one that the delivery comes closest to.</summary>
    public required string Scheme { get; init; }

    /// <summary>The values of the request that the verification read, the signature first.</summary>
    public IReadOnlyList<RefusedValue> Values { get; init; } = [];

    /// <summary>The parts of the signed text in their order; none where the delivery was refused before its body was read.</summary>
    public IReadOnlyList<SignedPart> SignedText { get; init; } = [];

    /// <summary>How many secrets or keys are configured; <see langword="null"/> where none was asked for.</summary>
    public int? SecretCount { get; init; }

    /// <summary>
    /// Which of them were tried, counted from 0 as <see cref="WebhookContext.SecretIndex"/> does. One that is missing here could not be decoded, or is
    /// not used by the scheme.
    /// </summary>
    public IReadOnlyList<int> SecretsTried { get; init; } = [];

    /// <summary>How far the clocks are apart; <see langword="null"/> where no time is signed or none could be read.</summary>
    public SignedClock? Clock { get; init; }

    /// <summary>What is probably wrong. There is at least one guess, the best first.</summary>
    public required IReadOnlyList<RefusalGuess> Guesses { get; init; }

    /// <summary>Explains why a request does not satisfy a scheme, without a host.</summary>
    /// <param name="scheme">The scheme, as the generator makes it of a signature attribute.</param>
    /// <param name="request">The request as it was received. Where the scheme signs the URL, it must be absolute.</param>
    /// <param name="secrets">The secrets or public keys as they are configured, in their order.</param>
    /// <param name="now">When it was received.</param>
    /// <returns>The explanation. For a request that is right, its guess is <see cref="RefusalCause.Unknown"/>.</returns>
    public static RefusalExplanation Of(SignatureScheme scheme, OutgoingRequest request, IReadOnlyList<string> secrets, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(secrets);
        var url = scheme.UsesUrl ? request.Url.OriginalString : null;
        var received = new ReceivedRequest(request.ToHttpContext(), url, form: request.ReadForm(scheme.NamesInForm));
        return new RefusalExplainer(now).Explain(scheme, received, request.Body, scheme.Prepare([.. secrets]));
    }

    /// <summary>The explanation as JSON, with the names of the properties in camel case.</summary>
    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, RefusalJson.Default.RefusalExplanation);

    /// <summary>The explanation for people, on several lines. No text of the sender is part of it, but for the name of a header whose signature fits.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var guess in Guesses)
        {
            text.Append(guess.Text).Append('\n');
        }

        text.Append("  scheme: ").Append(Scheme).Append('\n');
        foreach (var value in Values)
        {
            text.Append("  ").Append(value.Name).Append(": ").Append(value.Reading);
            if (value.Length is { } length)
            {
                text.Append(CultureInfo.InvariantCulture, $" ({length} characters)");
            }

            text.Append('\n');
        }

        foreach (var part in SignedText)
        {
            text.Append("  signed: ").Append(part.Name);
            text.Append(
                part.Length is { } length
                    ? string.Create(CultureInfo.InvariantCulture, $", {length} bytes")
                    : ", not shown: it may hold a secret"
            );
            text.Append(part.Sha256 is { } hash ? $", SHA-256 {hash}\n" : "\n");
        }

        if (SecretCount is { } count)
        {
            text.Append(CultureInfo.InvariantCulture, $"  secrets tried: {SecretsTried.Count} of {count}");
            text.Append(SecretsTried.Count > 0 ? $" (index {string.Join(", ", SecretsTried)})\n" : "\n");
        }

        if (Clock is { } clock)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  signed {Math.Abs(clock.Age.TotalSeconds):0.###} s {(clock.Age < TimeSpan.Zero ? "in the future" : "ago")}; allowed: {clock.Past.TotalSeconds:0} s in the past, {clock.Future.TotalSeconds:0} s in the future\n"
            );
        }

        return text.ToString().TrimEnd('\n');
    }
}
