using System.ComponentModel;
using Hooklatch.Signing;

namespace Hooklatch.Verification;

/// <summary>A handshake of a provider, and its answer, as <see cref="HandshakeAttribute"/> states it. Generated code makes one each.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Handshake
{
    /// <summary>The method of the handshake.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>A header that the handshake has.</summary>
    public string? WhenHeader { get; init; }

    /// <summary>A query parameter that the handshake has.</summary>
    public string? WhenQuery { get; init; }

    /// <summary>The number of a value of the body that the handshake has; -1 for none.</summary>
    public int WhenValue { get; init; } = -1;

    /// <summary>The number of a field of a form that the handshake has; -1 for none.</summary>
    public int WhenFormValue { get; init; } = -1;

    /// <summary>What stands there; <see langword="null"/> for anything.</summary>
    public string? WhenEquals { get; init; }

    /// <summary>What the header holds, if it is something else.</summary>
    public string? WhenHeaderEquals { get; init; }

    /// <summary>What the query parameter holds, if it is something else.</summary>
    public string? WhenQueryEquals { get; init; }

    /// <summary>What the value of the body is, if it is something else.</summary>
    public string? WhenJsonEquals { get; init; }

    /// <summary>What the field of the form holds, if it is something else.</summary>
    public string? WhenFormEquals { get; init; }

    /// <summary>Whether the body is empty.</summary>
    public bool WhenBodyIsEmpty { get; init; }

    /// <summary>The header to answer with.</summary>
    public string? EchoHeader { get; init; }

    /// <summary>The query parameter to answer with.</summary>
    public string? EchoQuery { get; init; }

    /// <summary>The number of the value of the body to answer with; -1 for none.</summary>
    public int EchoValue { get; init; } = -1;

    /// <summary>What is computed.</summary>
    public HandshakeMac Mac { get; init; }

    /// <summary>What it is computed over.</summary>
    public string MacOver { get; init; } = "{value}";

    /// <summary>Where the secret is in the plugin's configuration.</summary>
    public string? SecretPath { get; init; }

    /// <summary>The query parameter that holds a token.</summary>
    public string? TokenQuery { get; init; }

    /// <summary>Where the token is in the plugin's configuration.</summary>
    public string? TokenPath { get; init; }

    /// <summary>The status of the answer.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The media type of the answer.</summary>
    public string ContentType { get; init; } = "text/plain";

    /// <summary>The body of the answer.</summary>
    public string? Body { get; init; }

    /// <summary>A header of the answer that holds the value.</summary>
    public string? ReplyHeader { get; init; }

    /// <summary>Whether the value is the secret of the deliveries to come.</summary>
    public bool InstallsSecret { get; init; }

    /// <summary>Whether the verifier of the endpoint answers, not the text here.</summary>
    public bool ByVerifier { get; init; }

    /// <summary>Whether a handshake with a body is answered without a signature, too.</summary>
    public bool AlsoUnsigned { get; init; }

    /// <summary>Whether it is the abuse protection of CloudEvents.</summary>
    public bool IsCloudEvents { get; init; }

    /// <summary>Whether the answer depends on the body.</summary>
    internal bool NeedsBody => WhenValue >= 0 || WhenFormValue >= 0 || EchoValue >= 0;

    /// <summary>Whether the answer is given to a request that nobody signed: the provider has no secret yet, or asks with nothing to sign.</summary>
    internal bool IsUnsigned => !ByVerifier && (!NeedsBody || InstallsSecret);

    /// <summary>Whether the answer is given to such a request besides one that is signed.</summary>
    internal bool TakesUnsigned => IsUnsigned || (AlsoUnsigned && !ByVerifier);
}
