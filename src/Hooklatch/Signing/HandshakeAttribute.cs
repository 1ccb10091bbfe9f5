namespace Hooklatch.Signing;

/// <summary>
/// States a handshake of a provider when an endpoint is set up, and its answer; no handler runs. A class may carry several; the first
/// that applies is answered.
/// </summary>
/// <remarks>
/// <para>
/// A handshake whose condition or value stands in the body is answered after the verification, unless it says otherwise. Any other is answered without one, and so
/// only with what cannot do harm: an echo is printable ASCII of at most 1 KiB, sent as plain text that no browser takes for a page; a value
/// that is answered with a MAC consists of at most 128 characters of <c>A-Z a-z 0-9 + / = _ -</c>, so that nobody can have a delivery
/// signed; a handshake of another form is rejected with 403.
/// </para>
/// <para>
/// A body that repeats a name on the way to a condition or a value is no handshake, and no delivery either: it is rejected with 400. A handshake
/// that nobody signed has at most 1,024 bytes.
/// </para>
/// <para>Where a condition names several places, all must apply. A handshake without a condition applies to its whole method.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class HandshakeAttribute : Attribute
{
    /// <summary>The HTTP method of the handshake. Default: <c>POST</c>. The endpoint answers it whatever methods its handlers declare.</summary>
    public string Method { get; set; } = "POST";

    /// <summary>A header that the handshake has.</summary>
    public string? WhenHeader { get; set; }

    /// <summary>A query parameter that the handshake has.</summary>
    public string? WhenQuery { get; set; }

    /// <summary>A path in the JSON body at which the handshake has a value.</summary>
    public string? WhenJsonPath { get; set; }

    /// <summary>
    /// A field of a form, urlencoded or multipart, that the handshake has. It stands exactly once, whatever the case of its name, and is not
    /// empty.
    /// </summary>
    public string? WhenFormField { get; set; }

    /// <summary>The value that stands there, compared exactly. Default: any.</summary>
    public string? WhenEquals { get; set; }

    /// <summary>The value of <see cref="WhenHeader"/>, where it is another one. Default: <see cref="WhenEquals"/>.</summary>
    public string? WhenHeaderEquals { get; set; }

    /// <summary>The value of <see cref="WhenQuery"/>, where it is another one. Default: <see cref="WhenEquals"/>.</summary>
    public string? WhenQueryEquals { get; set; }

    /// <summary>The value at <see cref="WhenJsonPath"/>, where it is another one. Default: <see cref="WhenEquals"/>.</summary>
    public string? WhenJsonEquals { get; set; }

    /// <summary>The value of <see cref="WhenFormField"/>, where it is another one. Default: <see cref="WhenEquals"/>.</summary>
    public string? WhenFormEquals { get; set; }

    /// <summary>Whether the handshake is a request with an empty body and no signature. Default: not.</summary>
    public bool WhenBodyIsEmpty { get; set; }

    /// <summary>The header that holds the value to answer with.</summary>
    public string? EchoHeader { get; set; }

    /// <summary>The query parameter that holds the value to answer with.</summary>
    public string? EchoQuery { get; set; }

    /// <summary>The path in the JSON body at which the value to answer with stands.</summary>
    public string? EchoJsonPath { get; set; }

    /// <summary>The field of a form that holds the value to answer with.</summary>
    public string? EchoFormField { get; set; }

    /// <summary>What is computed of the value. Default: nothing.</summary>
    public HandshakeMac Mac { get; set; }

    /// <summary>
    /// What <see cref="Mac"/> is computed over: literal text with <c>{value}</c>, <c>{secret}</c> and <c>{url}</c> (the public URL without its
    /// query). Default: <c>{value}</c>.
    /// </summary>
    public string MacOver { get; set; } = "{value}";

    /// <summary>A query parameter that must hold the token of <see cref="TokenProperty"/>; a wrong one is rejected with 403.</summary>
    public string? TokenQuery { get; set; }

    /// <summary>
    /// The property of the attribute itself that names the token's place in the configuration, such as <c>VerifyToken</c>. Default:
    /// <c>Secret</c>.
    /// </summary>
    public string TokenProperty { get; set; } = nameof(SignatureAttribute.Secret);

    /// <summary>The status of the answer. Default: 200.</summary>
    public int Status { get; set; } = 200;

    /// <summary>The media type of the answer. Default: <c>text/plain</c>.</summary>
    public string ContentType { get; set; } = "text/plain";

    /// <summary>
    /// The body of the answer: text with <c>{value}</c> and <c>{mac}</c>, which are escaped where the answer is JSON. Default: the value where
    /// there is one and <see cref="ReplyHeader"/> does not take it, else nothing.
    /// </summary>
    public string? Body { get; set; }

    /// <summary>A header of the answer that holds the value.</summary>
    public string? ReplyHeader { get; set; }

    /// <summary>
    /// Whether the verifier in code answers (<c>Verdict.Answer</c>), after it verified the handshake; what it does not answer is
    /// 405 where no handler takes the method. Default: not.
    /// </summary>
    public bool ByVerifier { get; set; }

    /// <summary>
    /// Whether a handshake whose condition or value stands in the body is answered without a signature, too. One with a wrong signature is
    /// not. Default: not.
    /// </summary>
    public bool AlsoUnsigned { get; set; }

    /// <summary>
    /// Whether the value is the secret with which the provider will sign. It is kept only while the operator has opened a window for it
    /// (<c>Hooklatch:HandshakeWindow</c>, the end as RFC 3339) and a directory (<c>Hooklatch:SecretsDirectory</c>), and never over a secret
    /// that is configured. Default: not.
    /// </summary>
    public bool InstallsSecret { get; set; }
}
