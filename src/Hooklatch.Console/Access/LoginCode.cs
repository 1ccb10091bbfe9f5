using System.Buffers.Text;
using System.Security.Cryptography;

namespace Hooklatch.Console.Access;

/// <summary>The code of the login link: random, for one use within ten minutes, and kept as a hash alone.</summary>
internal sealed class LoginCode(TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private Issued? _current;

    /// <summary>Makes a code, in place of the one before.</summary>
    public string Issue()
    {
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        Volatile.Write(ref _current, new Issued(KnownToken.HashOf(code), time.GetUtcNow() + Lifetime));
        return code;
    }

    /// <summary>Uses the code up. A wrong one uses up nothing: a stranger could otherwise spoil the link.</summary>
    /// <returns>Whether it was the code, the first time, in time.</returns>
    public bool TryUse(string code)
    {
        var current = Volatile.Read(ref _current);
        return current is not null
            && time.GetUtcNow() < current.Until
            && CryptographicOperations.FixedTimeEquals(KnownToken.HashOf(code), current.Hash)
            && Interlocked.CompareExchange(ref _current, null, current) == current;
    }

    private sealed record Issued(byte[] Hash, DateTimeOffset Until);
}
