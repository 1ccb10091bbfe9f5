using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Console.Access;

/// <summary>
/// Limits how often somebody may be wrong: each address, or network of 64 bits, ten times a minute, and all strangers together a hundred times. Whoever
/// sits at this machine has a limit of their own, so that no stranger uses it up.
/// </summary>
internal sealed class SignInLimit(Peers peers, TimeProvider time)
{
    public const int OfPeer = 10;
    public const int OfStrangers = 100;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();

    /// <summary>Of this minute. There are no more than strangers may be wrong, and the machine itself.</summary>
    private readonly Dictionary<string, int> _attempts = [];

    private int _strangers;
    private long? _since;

    /// <summary>How many addresses are remembered.</summary>
    public int Remembered
    {
        get
        {
            lock (_lock)
            {
                return _attempts.Count;
            }
        }
    }

    /// <summary>Takes one attempt, which counts until it is known to be right.</summary>
    /// <returns>How long to wait, where there is none left.</returns>
    public TimeSpan? TryTake(HttpContext http)
    {
        var isLocal = peers.IsLocal(http);
        var key = KeyOf(http, isLocal);
        lock (_lock)
        {
            var left = Turn();
            var attempts = _attempts.GetValueOrDefault(key);
            if (attempts >= OfPeer || (!isLocal && _strangers >= OfStrangers))
            {
                return left;
            }

            _attempts[key] = attempts + 1;
            _strangers += isLocal ? 0 : 1;
            return null;
        }
    }

    /// <summary>Gives an attempt back that was right.</summary>
    public void GiveBack(HttpContext http)
    {
        var isLocal = peers.IsLocal(http);
        var key = KeyOf(http, isLocal);
        lock (_lock)
        {
            if (_attempts.TryGetValue(key, out var attempts) && attempts > 0)
            {
                _attempts[key] = attempts - 1;
                _strangers -= isLocal ? 0 : 1;
            }
        }
    }

    /// <returns>How much of the minute is left.</returns>
    private TimeSpan Turn()
    {
        var elapsed = _since is { } since ? time.GetElapsedTime(since) : Window;
        if (elapsed < Window)
        {
            return Window - elapsed;
        }

        _attempts.Clear();
        (_strangers, _since) = (0, time.GetTimestamp());
        return Window;
    }

    private string KeyOf(HttpContext http, bool isLocal)
    {
        if (isLocal)
        {
            return "local";
        }

        var address = peers.Of(http);
        address = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return address is { AddressFamily: AddressFamily.InterNetworkV6 }
            ? new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), .. new byte[8]]).ToString()
            : address?.ToString() ?? "unknown";
    }
}
