using Hooklatch.Signing.Schemes;

namespace Hooklatch.Signing.Refusals;

/// <summary>
/// Looks for the one thing by which a signature differs from what the scheme says: how it is written, what made it, how the secret is read, what was
/// signed. Of two differences at once, only writing and algorithm are found beside another.
/// </summary>
internal sealed class GuessSearch(
    SignatureScheme scheme,
    SignatureProbe probe,
    GuessBudget budget,
    IReadOnlyList<SignatureReading> readings,
    IReadOnlyList<TracedPart> text,
    ReadOnlyMemory<byte> body
)
{
    private readonly SignatureReading[] _readings = [.. readings.Where(reading => probe.CanCheck(reading.Bytes.Length))];
    private readonly long _textLength = text.Sum(part => (long)part.Bytes.Length);
    private bool _isCutShort;

    /// <summary>The guesses; none where the signature is right.</summary>
    public IEnumerable<RefusalGuess> Find(bool isAmbiguous, SignedClock? clock)
    {
        if (_readings.Length == 0)
        {
            return [Unreadable()];
        }

        if (Try(text, body.Span) is { } asItIs)
        {
            return isAmbiguous ? [Ambiguous] : Writing(asItIs);
        }

        if (TryKeys() is { } read)
        {
            return [new(RefusalCause.SecretReading, $"The signature fits if {read.Text}."), .. Writing(read.Reading)];
        }

        foreach (var other in OtherBodies())
        {
            if (Try(text, other.Bytes.Span) is { } reading)
            {
                return [new(other.Cause, other.Text), .. Writing(reading)];
            }
        }

        foreach (var (url, what) in OtherUrls())
        {
            if (Try(url, body.Span) is { } reading)
            {
                return
                [
                    new(
                        RefusalCause.Url,
                        $"The signature fits if the URL is signed {what}: PublicUrl has to be exactly what is registered at the provider."
                    ),
                    .. Writing(reading),
                ];
            }
        }

        return [.. Writing(_readings[0]).Where(guess => guess.Cause is RefusalCause.Algorithm), NothingFits(clock)];
    }

    /// <summary>Whether a signature fits what was received, however it is written.</summary>
    public bool FitsWhatWasReceived() => _readings.Length > 0 && Try(text, body.Span) is not null;

    private static RefusalGuess Ambiguous =>
        new(
            RefusalCause.Ambiguous,
            "The signature fits, but a signed value contains the text that separates it from the next one: the signed text could be divided in two ways, and so proves nothing."
        );

    private bool IsOwnLength(SignatureReading reading) => scheme is not HashScheme hash || hash.Size == reading.Bytes.Length;

    private RefusalGuess Unreadable() =>
        readings is [var first, ..]
            ? new(
                RefusalCause.Unreadable,
                FormattableString.Invariant($"The signature is {first.Bytes.Length} bytes long, which is no hash that is known here.")
            )
            : new(
                RefusalCause.Unreadable,
                $"The signature cannot be read: it is neither hexadecimal nor base64, or the header has another form than {Form()}."
            );

    private string Form()
    {
        var (encoding, prefix) = scheme.Writing;
        return scheme.FieldOfSignature is { } field
            ? $"'{field.Name}{field.Separator}{prefix}' and the signature in {ValueReport.NameOf(encoding)}, with '{field.ItemSeparator}' between fields"
            : $"'{prefix}' and the signature in {ValueReport.NameOf(encoding)}";
    }

    private RefusalGuess NothingFits(SignedClock? clock) =>
        new(
            RefusalCause.Secret,
            "The signature fits in none of the ways that were tried: most likely the sender signs with another secret, or other bytes than arrived."
                + (_isCutShort ? " The body is too long for every way to be tried." : "")
                + (clock is { IsTolerated: false } ? " The signed time is not tolerated either." : "")
        );

    /// <summary>By what the writing of a signature that fits differs.</summary>
    private IEnumerable<RefusalGuess> Writing(SignatureReading reading)
    {
        var (own, prefix) = scheme.Writing;
        if (reading.Encoding is { } encoding)
        {
            yield return new(
                RefusalCause.Encoding,
                $"The signature is written in {ValueReport.NameOf(encoding)}; the scheme reads {ValueReport.NameOf(own)}."
            );
        }

        if (reading.HasOtherPrefix)
        {
            yield return new(
                RefusalCause.Prefix,
                prefix.Length > 0
                    ? $"The signature does not begin with '{prefix}', as the scheme expects."
                    : "Something stands before the signature, and the scheme expects nothing there."
            );
        }

        if (!IsOwnLength(reading) && probe.AlgorithmOf(reading.Bytes.Length) is { } algorithm)
        {
            yield return new(
                RefusalCause.Algorithm,
                FormattableString.Invariant(
                    $"The signature is {reading.Bytes.Length} bytes long, as {algorithm} is; the scheme is {probe.AlgorithmOf(((HashScheme)scheme).Size)}."
                )
            );
        }
    }

    private SignatureReading? Try(IReadOnlyList<TracedPart> parts, ReadOnlySpan<byte> signed)
    {
        foreach (var reading in _readings)
        {
            for (var key = 0; key < probe.KeyCount; key++)
            {
                if (Fits(parts, signed, reading, key))
                {
                    return reading;
                }
            }
        }

        return null;
    }

    private (string Text, SignatureReading Reading)? TryKeys()
    {
        for (var key = 0; key < probe.KeyCount; key++)
        {
            var ways = probe.ReadingsOf(key);
            for (var way = 0; way < ways.Count; way++)
            {
                foreach (var reading in _readings)
                {
                    if (Fits(text, body.Span, reading, key, way))
                    {
                        return (ways[way], reading);
                    }
                }
            }
        }

        return null;
    }

    private bool Fits(IReadOnlyList<TracedPart> parts, ReadOnlySpan<byte> signed, SignatureReading reading, int key, int way = -1)
    {
        if (budget.TryTake(_textLength + signed.Length))
        {
            return probe.Fits(parts, signed, reading.Bytes, key, way);
        }

        _isCutShort = true;
        return false;
    }

    /// <summary>Other writings of the body, which are those of the payload where a field of a form is signed in its place.</summary>
    private IEnumerable<BodyWriting> OtherBodies()
    {
        if (!text.Any(part => part.Kind is TracedPart.Kinds.Body))
        {
            return [];
        }

        if (body.Length > GuessBudget.MaxRewritten)
        {
            _isCutShort = true;
            return [];
        }

        return BodyWriting.Of(body);
    }

    private IEnumerable<(IReadOnlyList<TracedPart> Text, string What)> OtherUrls()
    {
        var at = text.ToList().FindIndex(part => part.Kind is TracedPart.Kinds.Url);
        if (at < 0)
        {
            yield break;
        }

        foreach (var (url, what) in UrlWriting.Of(System.Text.Encoding.UTF8.GetString(text[at].Bytes)))
        {
            var parts = text.ToArray();
            parts[at] = parts[at] with { Bytes = System.Text.Encoding.UTF8.GetBytes(url) };
            yield return (parts, what);
        }
    }
}
