using System.Text;
using System.Text.RegularExpressions;
using Hooklatch.Providers.Tests.Harness;
using Hooklatch.Signing;
using Hooklatch.Signing.Text;

namespace Hooklatch.Providers.Tests.Presets;

/// <summary>What an attacker or an accident makes of a valid delivery, and how it is answered.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Vector">The delivery that came of it.</param>
/// <param name="Status">The answer.</param>
internal sealed record Tampering(string Name, Vector Vector, int Status)
{
    /// <summary>At least six of each preset.</summary>
    public static IReadOnlyList<Tampering> Of(Preset preset, Vector valid) =>
        preset.Token is { } token ? OfToken(preset, token, valid) : [.. OfSignature(preset, valid), .. OfTime(preset, valid)];

    private static IEnumerable<Tampering> OfSignature(Preset preset, Vector valid)
    {
        var invalid = preset.InvalidStatus;
        // What a body does not say cannot be told before it is read, so that it is invalid rather than missing.
        var missing = preset.Schemes[0].Header is null ? invalid : 400;
        yield return new("flipped body bit", valid with { Body = FlipSignedBit(preset, valid.Body) }, invalid);
        yield return new(
            "flipped signature bit",
            WithHeaders(preset, valid, (scheme, value) => [SignatureTampering.FlipBit(scheme, value)]),
            invalid
        );
        yield return new("wrong secret", WithOtherKeys(preset, valid), invalid);
        yield return new("missing signature", WithHeaders(preset, valid, (_, _) => []), missing);
        yield return new("empty signature", WithHeaders(preset, valid, (_, _) => [""]), missing);
        yield return new("repeated signature", WithHeaders(preset, valid, (_, value) => [value, value]), invalid);
    }

    private static IEnumerable<Tampering> OfTime(Preset preset, Vector valid)
    {
        if (preset.EffectiveTolerance is > 0 and var tolerance)
        {
            // Not at the limit itself: a published delivery is not received in the second in which it was signed.
            yield return new("stale", valid with { Now = valid.Now!.Value.AddSeconds(tolerance + 1) }, 403);
            yield return new("early", valid with { Now = valid.Now!.Value.AddSeconds(-(2 * tolerance) - 1) }, 403);
        }
    }

    private static Tampering[] OfToken(Preset preset, TokenSchemeAttribute token, Vector valid)
    {
        var invalid = preset.InvalidStatus;
        return
        [
            new("flipped token bit", With(sent => [Write(Flip(Read(sent)))]), invalid),
            new("truncated token", With(sent => [Write(Read(sent)[..^1])]), invalid),
            new("wrong secret", valid with { Secrets = [.. valid.Secrets.Select(secret => secret + "x")] }, invalid),
            new("missing token", With(_ => []), 400),
            new("empty token", With(_ => [""]), 400),
            new("repeated token", With(sent => [sent, sent]), invalid),
        ];

        Vector With(Func<string, string[]> change) => Change(valid, name => Is(name, token.Header!), change);

        string Read(string sent) =>
            token.IsBase64 ? Encoding.UTF8.GetString(Convert.FromBase64String(sent[token.Prefix.Length..])) : sent[token.Prefix.Length..];

        string Write(string text) => token.Prefix + (token.IsBase64 ? Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) : text);

        static string Flip(string text) => text[..^1] + (char)(text[^1] ^ 1);
    }

    /// <summary>Each header that carries a signature by one of the preset's schemes.</summary>
    private static Vector WithHeaders(Preset preset, Vector valid, Func<SignatureSchemeAttribute, string, string[]> change) =>
        preset
            .Schemes.DistinctBy(scheme => (scheme.Header, scheme.JsonPath))
            .Aggregate(
                valid,
                (vector, scheme) =>
                    scheme.Header is null
                        ? vector with
                        {
                            Body = ChangeMember(vector.Body, scheme.JsonPath!.Split('.')[^1], value => change(scheme, value)),
                        }
                        : Change(vector, name => Carries(scheme, name), value => change(scheme, value))
            );

    /// <summary>The text of a JSON object's member, as often as it is given back.</summary>
    private static byte[] ChangeMember(byte[] body, string name, Func<string, string[]> change) =>
        Encoding.UTF8.GetBytes(
            Regex.Replace(
                Encoding.UTF8.GetString(body),
                $"\"{name}\": ?\"([^\"]*)\"",
                member =>
                    string.Join(
                        ',',
                        change(member.Groups[1].Value)
                            .DefaultIfEmpty()
                            .Select(value => value is null ? "\"none\":0" : $"\"{name}\":\"{value}\"")
                    )
            )
        );

    private static Vector Change(Vector vector, Func<string, bool> isChanged, Func<string, string[]> change) =>
        vector with
        {
            Headers =
            [
                .. vector.Headers.SelectMany(header =>
                    isChanged(header.Key) ? change(header.Value).Select(value => KeyValuePair.Create(header.Key, value)) : [header]
                ),
            ],
        };

    private static bool Carries(SignatureSchemeAttribute scheme, string name) =>
        scheme.Header!.Split('|').Any(one => Is(name, one))
        || (scheme.IsNumbered && name.StartsWith(scheme.Header!, StringComparison.OrdinalIgnoreCase));

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static Vector WithOtherKeys(Preset preset, Vector valid) =>
        valid.PublicKey is null
            ? valid with
            {
                Secrets = [.. valid.Secrets.Select(secret => SignatureTampering.FlipSecret(preset.Schemes[0], secret))],
            }
            : valid with
            {
                PublicKey = SignatureTampering.OtherPublicKey(preset.Schemes[0]),
            };

    /// <summary>A bit in the middle of what is signed of the body: of all of it, or of the one value that is.</summary>
    private static byte[] FlipSignedBit(Preset preset, byte[] body)
    {
        var (start, length) = (0, body.Length);
        if (!preset.Schemes[0].SignedContent.Contains("{body}", StringComparison.Ordinal))
        {
            var name = preset.Schemes[0].SignedContent.Split("{body:")[1].Split('}')[0];
            var text = Encoding.UTF8.GetString(body);
            start = text.IndexOf('"', text.IndexOf($"\"{name}\":", StringComparison.Ordinal) + name.Length + 3) + 1;
            length = text.IndexOf('"', start) - start;
        }

        var changed = body.ToArray();
        changed[start + (length / 2)] ^= 1;
        return changed;
    }
}
