namespace Hooklatch.Http;

/// <summary>What became of a delivery.</summary>
internal enum DeliveryOutcome
{
    /// <summary>The handler answered, with whatever status it chose.</summary>
    Handled,

    /// <summary>It was stored and will run; the sender was told so.</summary>
    Queued,

    /// <summary>No handler takes the event; it was acknowledged.</summary>
    Unhandled,

    /// <summary>It was a copy of a delivery that was taken, and was answered as that one.</summary>
    Duplicate,

    /// <summary>It was a provider's handshake about the endpoint, and was answered.</summary>
    Handshake,

    /// <summary>A gate, the binding or the handler rejected it.</summary>
    Rejected,

    /// <summary>The handler threw.</summary>
    Failed,

    /// <summary>The sender went away, or the time of the request was over.</summary>
    Abandoned,
}
