using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Hooklatch.Console.Hosting;

namespace Hooklatch.Console.Access;

/// <summary>
/// Writes a session into the value of a cookie and reads it back. The value is sealed with a key that follows from its token. So it lasts over restarts and
/// on every host with the same tokens, nothing has to be kept for it, and it ends with its token.
/// </summary>
internal sealed class SessionSeal(ConsoleTokens tokens, EndedSessions ended, LiveConsoleOptions options, TimeProvider time)
{
    private const byte Version = 1;
    private const int TokenAt = 1;
    private const int IdAt = TokenAt + 8;
    private const int TimeAt = IdAt + 16;
    private const int SealAt = TimeAt + 8;
    private const int Length = SealAt + HMACSHA256.HashSizeInBytes;

    /// <summary>How far another host's clock may be ahead.</summary>
    private static readonly TimeSpan MaxAhead = TimeSpan.FromMinutes(5);

    /// <summary>Begins a session.</summary>
    public string Write(KnownToken token)
    {
        Span<byte> value = stackalloc byte[Length];
        value[0] = Version;
        token.Id.CopyTo(value[TokenAt..]);
        RandomNumberGenerator.Fill(value[IdAt..TimeAt]);
        BinaryPrimitives.WriteInt64BigEndian(value[TimeAt..], time.GetUtcNow().ToUnixTimeSeconds());
        HMACSHA256.HashData(token.SealKey, value[..SealAt], value[SealAt..]);
        return Base64Url.EncodeToString(value);
    }

    /// <returns>The session; <see langword="null"/> for one that is no more, and for what never was one.</returns>
    public Session? Read(string? text)
    {
        Span<byte> value = stackalloc byte[Length];
        if (
            text is null
            || text.Length != Base64Url.GetEncodedLength(Length)
            || !Base64Url.TryDecodeFromChars(text, value, out var length)
            || length != Length
            || value[0] != Version
        )
        {
            return null;
        }

        return Of(value) is { } token && Open(token, value) is { } session && !ended.Contains(session.Id) ? session : null;
    }

    private KnownToken? Of(ReadOnlySpan<byte> value)
    {
        foreach (var token in tokens.Current)
        {
            if (value[TokenAt..IdAt].SequenceEqual(token.Id))
            {
                return token;
            }
        }

        return null;
    }

    private Session? Open(KnownToken token, ReadOnlySpan<byte> value)
    {
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(token.SealKey, value[..SealAt], expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, value[SealAt..]))
        {
            return null;
        }

        // Sealed by this host or one like it, so the time is one.
        var since = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(value[TimeAt..]));
        var (now, until) = (time.GetUtcNow(), since + options.Current.SessionLifetime);
        return now < until && since <= now + MaxAhead ? new Session(token, new Guid(value[IdAt..TimeAt]), until) : null;
    }
}
