namespace Hooklatch.Verification.Custom;

/// <summary>How far a signed time may be from the time of receipt.</summary>
public sealed class TimeTolerance
{
    private readonly TimeSpan _most;

    internal TimeTolerance(int seconds) => _most = TimeSpan.FromSeconds(seconds);

    /// <summary>Holds a signed time against the time at which the delivery was received.</summary>
    /// <param name="signedAt">The signed time; <see langword="null"/> where what stands there is none.</param>
    /// <param name="request">The delivery.</param>
    /// <returns>Why the delivery is rejected; <see langword="null"/> to go on.</returns>
    public Verdict? Check(DateTimeOffset? signedAt, VerificationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return signedAt is not { } time ? Verdict.InvalidSignature
            : (request.ReceivedAt - time).Duration() <= _most ? null
            : Verdict.TimestampOutsideTolerance;
    }
}
