namespace Hooklatch.Signing;

/// <summary>
/// One scheme of a <see cref="SignatureAttribute"/> class: where a signature stands, how it is written and what it signs. A class may carry
/// several schemes; one that holds is enough, unless the class says <see cref="RequireAllSchemesAttribute"/>.
/// </summary>
/// <remarks>
/// What a scheme says is read at compile time, and the check for exactly that scheme is generated. A scheme whose key the author did not name
/// (<see cref="SignatureAttribute.Secret"/> or <see cref="SignatureAttribute.PublicKey"/>) is left out.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public abstract class SignatureSchemeAttribute : Attribute
{
    private protected SignatureSchemeAttribute() { }

    /// <summary>
    /// The header that carries the signature, or its names divided by <c>|</c> where a provider has several for it: <c>X-Acme-Mac|Acme-Mac</c>.
    /// Exactly one is accepted, under one name. Either this or <see cref="JsonPath"/> is set.
    /// </summary>
    public string? Header { get; set; }

    /// <summary>
    /// The path in the JSON body at which the signature stands, for providers that do not use a header. The body is then read before it is
    /// verified, by a bounded reader that takes nothing else from it.
    /// </summary>
    public string? JsonPath { get; set; }

    /// <summary>
    /// What stands before the signature, such as <c>"sha256="</c>. Compared exactly, but for an authentication scheme such as <c>"HMAC "</c>, which is
    /// compared as HTTP defines it: in any case, with one or more spaces behind it. Default: nothing.
    /// </summary>
    public string Prefix { get; set; } = "";

    /// <summary>
    /// For a header with fields, such as <c>t=1700000000,v1=5257a8…</c>: the name of the field that holds a signature. It may repeat, at
    /// most 16 times, and one that holds is enough; other fields are ignored. Default: the header is the signature.
    /// </summary>
    public string? Field { get; set; }

    /// <summary>What stands between two fields. Default: a comma. Spaces around a field are ignored.</summary>
    public char ItemSeparator { get; set; } = ',';

    /// <summary>What stands between a field's name and its value. Default: an equals sign.</summary>
    public char FieldSeparator { get; set; } = '=';

    /// <summary>
    /// Whether <see cref="Header"/> is numbered, as in <c>X-Signature-1</c>, <c>X-Signature-2</c>; it is then named with the hyphen and
    /// without the number. At most 100 are read, and one that holds is enough. Default: not.
    /// </summary>
    public bool IsNumbered { get; set; }

    /// <summary>How the signature is written. Default: <see cref="SignatureEncoding.Hex"/>.</summary>
    public SignatureEncoding Encoding { get; set; }

    /// <summary>
    /// What is signed: literal text with <c>{body}</c> (at most once), <c>{timestamp}</c> (as received, see
    /// <see cref="TimestampFromAttribute"/>), <c>{id}</c> (see <see cref="DeliveryIdFromAttribute"/>), <c>{header:NAME}</c>,
    /// <c>{query:NAME}</c>, <c>{body:PATH}</c>, <c>{method}</c>, <c>{url}</c> (the public URL, as the provider calls it),
    /// <c>{decodedUrl}</c> (the same with <c>: / ? @ ! $ ' ( ) * , ;</c> decoded) and, in a digest, <c>{secret}</c>.
    /// Default: <c>{body}</c>.
    /// </summary>
    public string SignedContent { get; set; } = "{body}";

    /// <summary>The header on which it depends whether the scheme applies. Where it stands twice the scheme does not. Default: it always does.</summary>
    public string? WhenHeader { get; set; }

    /// <summary>The value that <see cref="WhenHeader"/> must have. Compared exactly. Default: the header must be absent or empty.</summary>
    public string WhenEquals { get; set; } = "";

    /// <summary>How the key is written in the configuration. Default: <see cref="KeyEncoding.Utf8"/>.</summary>
    public KeyEncoding KeyEncoding { get; set; }

    /// <summary>What may stand before the key in the configuration and is not part of it, such as <c>"whsec_"</c>.</summary>
    public string KeyPrefix { get; set; } = "";

    /// <summary>Which of the configured secrets the scheme uses, counted from 0. Default -1: each of them.</summary>
    public int SecretIndex { get; set; } = -1;
}
