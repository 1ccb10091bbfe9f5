using System.Security.Cryptography;
using System.Text;
using Hooklatch.Signing.Keys;

namespace Hooklatch.Signing.Schemes;

/// <summary>Tries signatures that are hashes, with other hashes and with other readings of the secrets.</summary>
internal sealed class HashProbe(HashScheme scheme, HashKey[] keys) : SignatureProbe
{
    private readonly List<KeyReading>[] _readings = [.. keys.Select(key => Readings(scheme, key.Bytes))];

    public override int KeyCount => keys.Length;

    public override IReadOnlyList<string> ReadingsOf(int key) => [.. _readings[key].Select(reading => reading.Text)];

    public override bool CanCheck(int length)
    {
        using var hash = scheme.CreateHash(length, []);
        return hash is not null;
    }

    public override string? AlgorithmOf(int length) => scheme.NameOf(length);

    public override bool Fits(
        IReadOnlyList<TracedPart> text,
        ReadOnlySpan<byte> body,
        ReadOnlySpan<byte> signature,
        int key,
        int reading = -1
    )
    {
        var bytes = reading < 0 ? keys[key].Bytes : _readings[key][reading].Bytes;
        using var hash = scheme.CreateHash(signature.Length, bytes);
        if (hash is null)
        {
            return false;
        }

        foreach (var part in text)
        {
            hash.AppendData(
                part.Kind switch
                {
                    TracedPart.Kinds.Body => body,
                    TracedPart.Kinds.Secret => bytes,
                    _ => part.Bytes,
                }
            );
        }

        Span<byte> computed = stackalloc byte[HashScheme.MaxHashLength];
        return CryptographicOperations.FixedTimeEquals(computed[..hash.GetHashAndReset(computed)], signature);
    }

    /// <summary>Nothing is held beyond a call.</summary>
    public override void Dispose() { }

    /// <summary>The text of a secret is made from its bytes again, so that the secrets that were tried are the ones that are explained.</summary>
    private static List<KeyReading> Readings(HashScheme scheme, byte[] key)
    {
        var (encoding, prefix) = scheme.WritingOfKeys;
        var readings = new List<KeyReading>();
        switch (encoding)
        {
            case KeyEncoding.Utf8:
                var text = Encoding.UTF8.GetString(key);
                Add("the secret is decoded from base64 first", KeyText.Decode(text, KeyEncoding.Base64, ""));
                Add("the secret is decoded from hexadecimal first", KeyText.Decode(text, KeyEncoding.Hex, ""));
                Add("the white space around the secret is removed", Encoding.UTF8.GetBytes(text.Trim()));
                var end = text.IndexOf('_', StringComparison.Ordinal) + 1;
                if (end > 0)
                {
                    Add(
                        "what stands before the first '_' of the secret is removed and the rest decoded from base64",
                        KeyText.Decode(text[end..], KeyEncoding.Base64, "")
                    );
                    Add("what stands before the first '_' of the secret is removed", Encoding.UTF8.GetBytes(text[end..]));
                }

                break;
            case KeyEncoding.Base64:
                var base64 = Convert.ToBase64String(key);
                Add("the secret is not decoded from base64", Encoding.UTF8.GetBytes(base64));
                Add("the secret is not decoded from base64, and written without padding", Encoding.UTF8.GetBytes(base64.TrimEnd('=')));
                AddWithPrefix(base64);
                break;
            default:
                var hex = Convert.ToHexStringLower(key);
                Add("the secret is not decoded from hexadecimal", Encoding.UTF8.GetBytes(hex));
                Add("the secret is not decoded from hexadecimal", Encoding.UTF8.GetBytes(hex.ToUpperInvariant()));
                AddWithPrefix(hex);
                break;
        }

        if (encoding is KeyEncoding.Utf8 && prefix.Length > 0)
        {
            AddWithPrefix(Encoding.UTF8.GetString(key));
        }

        return readings;

        void AddWithPrefix(string text)
        {
            if (prefix.Length > 0)
            {
                Add($"the secret is used as it is written, with '{prefix}'", Encoding.UTF8.GetBytes(prefix + text));
            }
        }

        void Add(string text, byte[] bytes)
        {
            if (
                bytes.Length > 0
                && !CryptographicOperations.FixedTimeEquals(bytes, key)
                && !readings.Exists(known => CryptographicOperations.FixedTimeEquals(known.Bytes, bytes))
            )
            {
                readings.Add(new KeyReading(text, bytes));
            }
        }
    }

    private sealed record KeyReading(string Text, byte[] Bytes);
}
