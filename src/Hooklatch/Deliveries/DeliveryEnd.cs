using Hooklatch.Http;

namespace Hooklatch.Deliveries;

/// <summary>How a delivery ended. Every delivery that reaches an endpoint has one, whatever happens to it.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Status">The status of the answer; 0 where none was chosen.</param>
internal readonly record struct DeliveryEnd(DeliveryOutcome Outcome, int Status)
{
    /// <summary>The reason of a delivery whose request had a time limit that was over.</summary>
    public const string TimedOut = "timeout";

    /// <summary>Why it was rejected or failed, as one of few words for metrics; <see langword="null"/> where there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// The same for people: what Hooklatch tells the sender, or which parameters are wrong. Values are never part of it, and so neither is what a
    /// handler says when it rejects.
    /// </summary>
    public string? Detail { get; init; }

    /// <summary>Whether only the operator can put it right, such as a secret that is missing.</summary>
    public bool NeedsOperator { get; init; }

    /// <summary>What the handler threw.</summary>
    public Exception? Error { get; init; }

    /// <summary>The length of the body in bytes, as far as it was read and kept.</summary>
    public long Bytes { get; init; }

    /// <summary>The time from the first gate to the end of the answer.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Whether the sender may take it that the delivery was taken, so that a copy of it does not run.</summary>
    public bool IsAccepted => Status is >= 200 and < 300 && Outcome is not (DeliveryOutcome.Rejected or DeliveryOutcome.Failed);

    /// <summary>The end of a delivery that was answered.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="status">The status that was written, which an author's own result chooses late.</param>
    public static DeliveryEnd Of(in WebhookResult result, int status) =>
        result.Body switch
        {
            Rejection rejected => new(DeliveryOutcome.Rejected, status)
            {
                Reason = rejected.Reason,
                Detail = rejected.LogDetail,
                NeedsOperator = rejected.IsOperatorsToMend || (status >= 500 && rejected.RetryAfterSeconds == 0),
            },
            BindingErrors errors => new(DeliveryOutcome.Rejected, status)
            {
                Reason = "binding",
                Detail = $"Missing or malformed: {string.Join(", ", errors.ByParameter.Keys)}",
            },
            WebhookException rejection => new(DeliveryOutcome.Rejected, status)
            {
                Reason = "handler",
                Detail = "The handler rejected it",
                Error = rejection,
            },
            _ => new(result.Outcome, status),
        };
}
