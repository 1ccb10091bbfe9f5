namespace Hooklatch.Sessions;

/// <summary>Why a message was not sent.</summary>
public enum ChatFailure
{
    /// <summary>The chat key is empty or is not <c>{adapter}-{channel}</c>.</summary>
    InvalidKey,

    /// <summary>No adapter of that name is configured or registered.</summary>
    UnknownAdapter,

    /// <summary>The adapter has no such channel, or the host does not allow it.</summary>
    UnknownChannel,

    /// <summary>The adapter's settings are missing or wrong; the message of the exception names the setting.</summary>
    NotConfigured,

    /// <summary>The adapter cannot send such a message, as a Slack webhook no file.</summary>
    Unsupported,

    /// <summary>The chat rejected the message, and would again.</summary>
    Rejected,

    /// <summary>The chat could not be reached, was too slow or too busy, also when tried again.</summary>
    Unavailable,
}
