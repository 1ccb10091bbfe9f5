namespace Hooklatch;

/// <summary>When the handler of a webhook runs.</summary>
public enum WebhookMode
{
    /// <summary>While the sender waits: the handler's answer is the sender's.</summary>
    Inline,

    /// <summary>
    /// After the answer: the delivery is verified and stored, the sender is answered, and the handler runs from what is stored, again after a failure and
    /// after a crash. It needs a store, such as the package Hooklatch.Sqlite.
    /// </summary>
    Queued,
}
