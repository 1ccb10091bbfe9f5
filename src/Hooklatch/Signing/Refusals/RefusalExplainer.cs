using System.Security.Cryptography;
using System.Text;
using Hooklatch.Signing.Schemes;
using Hooklatch.Signing.Text;

namespace Hooklatch.Signing.Refusals;

/// <summary>
/// Explains one refused delivery. It runs for a delivery that was refused already and decides nothing. What it hashes is bounded, over all schemes of
/// the delivery.
/// </summary>
/// <param name="now">When the delivery was received.</param>
internal sealed class RefusalExplainer(DateTimeOffset now)
{
    /// <summary>A longer part is not hashed for the explanation.</summary>
    private const int MaxHashedPart = 8 << 20;

    private readonly GuessBudget _budget = new();

    /// <summary>Of the explanations of several schemes, the first with a guess that says more than that nothing fits.</summary>
    public static RefusalExplanation? Closest(IEnumerable<RefusalExplanation> explanations)
    {
        RefusalExplanation? closest = null;
        foreach (var explanation in explanations)
        {
            closest = closest is null || Rank(explanation) < Rank(closest) ? explanation : closest;
        }

        return closest;

        static int Rank(RefusalExplanation explanation) =>
            explanation.Guesses[0].Cause switch
            {
                RefusalCause.Secret => 2,
                RefusalCause.Unreadable => 3,
                RefusalCause.NoSecret => 4,
                RefusalCause.Missing => 5,
                RefusalCause.Unknown => 6,
                _ => 0,
            };
    }

    /// <summary>Explains a delivery that was refused by its headers.</summary>
    public RefusalExplanation ExplainHeaders(SignatureScheme scheme, ReceivedRequest request, SchemeKeys? keys)
    {
        var (values, found) = new ValueReport(scheme, request).Read(null);
        var clock = ClockOf(scheme, request);
        return Of(scheme, values, keys, clock) with { Guesses = Or([.. found, .. GuessKeys(keys), .. GuessClock(scheme, request, clock)]) };
    }

    /// <summary>Explains a delivery that lacks a header with a fixed value, or the header that selects a scheme.</summary>
    public static RefusalExplanation ExplainRequired(SignatureScheme scheme, ReceivedRequest request, string? header)
    {
        var (values, _) = new ValueReport(scheme, request).Read(null);
        var text =
            header is null ? "No scheme of the endpoint applies to the delivery."
            : HeaderName.Find(request.Headers, header).Count == 0 ? $"{HeaderName.ForPeople(header)} is missing."
            : $"{HeaderName.ForPeople(header)} does not have the value, or one of the values, that the attribute demands.";
        return Of(scheme, values, null, null) with { Guesses = [new(RefusalCause.Missing, text)] };
    }

    /// <summary>Explains a delivery that was refused by its body.</summary>
    public RefusalExplanation Explain(SignatureScheme scheme, ReceivedRequest request, ReadOnlyMemory<byte> body, SchemeKeys keys)
    {
        var values = scheme.ReadsBody ? scheme.ReadBodyValues(body, request.Form) : [];
        request = request.With(values ?? []);
        var (read, found) = new ValueReport(scheme, request).Read(values);
        var trace = new SignedTextTrace();
        var isAmbiguous = scheme.Trace(trace, request);
        var clock = ClockOf(scheme, request);
        var explanation = Of(scheme, read, keys, clock) with { SignedText = Describe(scheme, request, trace.Parts, body.Span) };
        var first = found.Concat(GuessKeys(keys)).ToArray();
        using var probe = keys.CreateProbe();
        if (first.Length > 0)
        {
            return explanation with
            {
                Guesses =
                    first is [{ Cause: RefusalCause.Missing }] && OtherHeader.Find(scheme, request, body, probe, _budget) is { } moved
                        ? [moved, .. first]
                        : first,
            };
        }

        var search = new GuessSearch(scheme, probe, _budget, SignatureReading.Of(scheme, request), trace.Parts, body);
        return explanation with { Guesses = Or([.. search.Find(isAmbiguous, clock), .. GuessClock(scheme, request, clock)]) };
    }

    private static RefusalExplanation Of(
        SignatureScheme scheme,
        IReadOnlyList<RefusedValue> values,
        SchemeKeys? keys,
        SignedClock? clock
    ) =>
        new()
        {
            Scheme = scheme.Description,
            Values = values,
            SecretCount = keys?.Configured,
            SecretsTried = keys is { Configured: > 0 } ? keys.Positions : [],
            Clock = clock,
            Guesses = [],
        };

    private static RefusalGuess[] Or(RefusalGuess[] guesses) =>
        guesses.Length > 0
            ? guesses
            :
            [
                new(
                    RefusalCause.Unknown,
                    "Everything that was read fits. Another scheme of the endpoint, or a header with a fixed value, was not satisfied."
                ),
            ];

    private static IEnumerable<RefusalGuess> GuessKeys(SchemeKeys? keys)
    {
        if (keys is { IsEmpty: true })
        {
            yield return new(
                RefusalCause.NoSecret,
                keys.Configured == 0
                    ? "No secret is configured for this scheme."
                    : "None of the configured secrets can be decoded as the scheme says."
            );
        }
        else if (keys is { Configured: 0 })
        {
            yield return new(RefusalCause.NoSecret, "No secret is known for this tenant.");
        }
    }

    private SignedClock? ClockOf(SignatureScheme scheme, in ReceivedRequest request) =>
        scheme.SignedTime is { } signed && Timestamp.TryParse(signed.Text(request), signed.Unit, out var time)
            ? new SignedClock(now - time, TimeSpan.FromSeconds(signed.Past), TimeSpan.FromSeconds(signed.Future))
            : null;

    private IEnumerable<RefusalGuess> GuessClock(SignatureScheme scheme, ReceivedRequest request, SignedClock? clock)
    {
        if (scheme.SignedTime is not { } signed || clock is { IsTolerated: true })
        {
            return [];
        }

        var text = signed.Text(request);
        foreach (var unit in new[] { Signing.TimeUnit.Seconds, Signing.TimeUnit.Milliseconds, Signing.TimeUnit.Iso8601 })
        {
            // Within a day: in the wrong unit, a time of today is decades away.
            if (unit != signed.Unit && Timestamp.TryParse(text, unit, out var other) && (now - other).Duration() < TimeSpan.FromDays(1))
            {
                return
                [
                    new(RefusalCause.TimeUnit, $"The signed time is written as {NameOf(unit)}; the scheme reads {NameOf(signed.Unit)}."),
                ];
            }
        }

        if (clock is null)
        {
            return signed.NeedsBody && text.IsEmpty
                ? []
                : [new(RefusalCause.Unreadable, $"The signed time cannot be read as {NameOf(signed.Unit)}.")];
        }

        var (age, side, allowed) =
            clock.Age > TimeSpan.Zero ? (clock.Age, "in the past", clock.Past) : (-clock.Age, "in the future", clock.Future);
        return
        [
            new(
                RefusalCause.Clock,
                FormattableString.Invariant(
                    $"The signed time is {age.TotalSeconds:0} s {side}, and {allowed.TotalSeconds:0} s are allowed: compare the clocks of both sides. A delivery that was recorded and is sent again is refused for the same reason."
                )
            ),
        ];
    }

    private static string NameOf(Signing.TimeUnit unit) =>
        unit switch
        {
            Signing.TimeUnit.Seconds => "seconds since 1970",
            Signing.TimeUnit.Milliseconds => "milliseconds since 1970",
            Signing.TimeUnit.Iso8601 => "a date and time of RFC 3339",
            _ => "seconds since 1970, or a date and time of RFC 3339",
        };

    private static SignedPart[] Describe(
        SignatureScheme scheme,
        ReceivedRequest request,
        IReadOnlyList<TracedPart> parts,
        ReadOnlySpan<byte> body
    )
    {
        var described = new List<SignedPart>();
        foreach (var part in parts)
        {
            described.Add(
                part.Kind switch
                {
                    TracedPart.Kinds.Literal => PartOf(LiteralText(part.Bytes), part.Bytes),
                    TracedPart.Kinds.Body => PartOf("body", body),
                    TracedPart.Kinds.Secret => new SignedPart("secret", null, null),
                    TracedPart.Kinds.BodyValue => Value(
                        scheme.NameOfBodyValue(int.Parse(part.Name!, Invariant), request.ContentType),
                        part
                    ),
                    TracedPart.Kinds.Url => HasCredential(part.Bytes)
                        ? new SignedPart(part.Name!, null, null)
                        : PartOf(part.Name!, part.Bytes),
                    _ => Value(part.Name!, part),
                }
            );
        }

        return [.. described];
    }

    private static readonly System.Globalization.CultureInfo Invariant = System.Globalization.CultureInfo.InvariantCulture;

    private static SignedPart Value(string name, TracedPart part) =>
        part.Kind is not TracedPart.Kinds.Payload && CredentialNames.Match(name)
            ? new SignedPart(name, null, null)
            : PartOf(name, part.Bytes);

    private static SignedPart PartOf(string name, ReadOnlySpan<byte> bytes) =>
        new(name, bytes.Length, bytes.Length <= MaxHashedPart ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : null);

    private static string LiteralText(byte[] bytes) =>
        $"'{Encoding.UTF8.GetString(bytes).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}'";

    /// <summary>Whether a URL may hold a secret: user information, or a query parameter whose name says so.</summary>
    private static bool HasCredential(byte[] url)
    {
        var text = Encoding.UTF8.GetString(url);
        var query = text.IndexOf('?', StringComparison.Ordinal);
        return (query < 0 ? text : text[..query]).Contains('@', StringComparison.Ordinal)
            || (query >= 0 && text[(query + 1)..].Split('&').Any(pair => CredentialNames.Match(pair.Split('=', 2)[0])));
    }
}
