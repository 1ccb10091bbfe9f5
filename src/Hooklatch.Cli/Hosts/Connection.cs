using System.Globalization;
using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Hosts;

/// <summary>Watches over a connection that is to last: says loudly when it is lost, tries again, and gives up after a minute.</summary>
/// <param name="name">The host.</param>
/// <param name="time">The clock.</param>
/// <param name="output">Where it is told.</param>
internal sealed class Connection(string name, TimeProvider time, Output output)
{
    /// <summary>How long a host may be away.</summary>
    public static readonly TimeSpan MaxAway = TimeSpan.FromSeconds(60);

    /// <summary>How long it is until the next try.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private long? _lostAt;

    /// <summary>Notes that the host answered.</summary>
    public void Succeed()
    {
        if (_lostAt is { } lost)
        {
            var away = time.GetElapsedTime(lost);
            output.Warn(
                "reconnected",
                string.Create(CultureInfo.InvariantCulture, $"Connected to {name} again after {away.TotalSeconds:0} s.")
            );
            _lostAt = null;
        }
    }

    /// <summary>Notes that the host did not answer, and waits for the next try.</summary>
    /// <exception cref="ToolException">It has been away for a minute, or trying again is of no use.</exception>
    public async Task FailAsync(ToolException error, CancellationToken cancellation)
    {
        if (error.Code is not ("unreachable" or "unavailable"))
        {
            throw error;
        }

        if (_lostAt is not { } lost)
        {
            _lostAt = time.GetTimestamp();
            output.Warn("disconnected", $"DISCONNECTED: {error.Message}. Trying again for {MaxAway.TotalSeconds:0} s.");
        }
        else if (time.GetElapsedTime(lost) is var away && away >= MaxAway)
        {
            throw new ToolException(
                "disconnected",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} has been away for {away.TotalSeconds:0} s. Nothing is lost: start the command again."
                )
            );
        }

        await Task.Delay(Pause, time, cancellation);
    }
}
